package io.zhenma.tenancy;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A user to be made.
 *
 * @param brandId the brand of an operator or marketer; none for a platform administrator
 * @param password 12 to 200 characters of a kind that {@link PasswordRules} allows
 */
public record NewUser(
    @NotBlank @Email @Size(max = 190) String email,
    @NotBlank @Size(max = 120) String name,
    @NotNull Role role,
    @Nullable Long brandId,
    @NotNull @Size(min = 1, max = 400) String password) {
  @Override
  public String toString() {
    return "NewUser[" + role + "]";
  }
}
