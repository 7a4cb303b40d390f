package io.zhenma.app;

import io.quarkus.runtime.StartupEvent;
import io.zhenma.crypto.OwnerFile;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets somebody in where nobody can sign in yet. With {@code zhenma.admin.password} that is the
 * password; without, a generated one lies in the data directory for the owner's eyes only, and must
 * be changed.
 */
@ApplicationScoped
class FirstAdministrator implements BannerLine {
  private static final int PASSWORD_CHARACTERS = 20;

  private final Users users;
  private final String email;
  private final Optional<String> password;
  private final Path passwordFile;

  FirstAdministrator(
      Users users,
      @ConfigProperty(name = "zhenma.admin.email", defaultValue = "admin@localhost") String email,
      @ConfigProperty(name = "zhenma.admin.password") Optional<String> password,
      @ConfigProperty(name = DatabaseChoice.DATA_DIR, defaultValue = "data") Path dataDirectory) {
    this.users = users;
    this.email = email;
    this.password = password;
    this.passwordFile = dataDirectory.toAbsolutePath().normalize().resolve("admin.password");
  }

  /** After the demo brand's people, who make it needless. */
  void create(@Observes @Priority(30) StartupEvent starting) {
    if (!users.isEmpty()) {
      return;
    }
    String secret = password.orElseGet(() -> OwnerFile.secret(passwordFile, PASSWORD_CHARACTERS));
    try {
      NewUser first = new NewUser(email, "Administrator", Role.PLATFORM_ADMIN, null, secret);
      if (password.isPresent()) {
        users.create(first);
      } else {
        users.createToChange(first);
      }
    } catch (ProblemException | PersistenceException refused) {
      // Another replica that starts at the same time was faster.
      if (users.isEmpty()) {
        throw refused;
      }
    }
  }

  @Override
  public String label() {
    return "Sign in";
  }

  @Override
  public String text() {
    return password.isEmpty() && Files.exists(passwordFile)
        ? email + ", first password in " + passwordFile
        : "";
  }
}
