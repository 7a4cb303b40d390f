package io.zhenma.problem;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;

/**
 * What bean validation says, in the language of the answer it stands in. The validator would read
 * the request's header in its own way, and one answer might speak two languages.
 */
@Singleton
class ConstraintTexts {
  private final ValidatorFactory validators;

  ConstraintTexts(ValidatorFactory validators) {
    this.validators = validators;
  }

  String of(ConstraintViolation<?> violation, Locale locale) {
    return validators
        .getMessageInterpolator()
        .interpolate(
            violation.getMessageTemplate(),
            new Violated(violation.getConstraintDescriptor(), violation.getInvalidValue()),
            locale);
  }

  private record Violated(ConstraintDescriptor<?> getConstraintDescriptor, Object getValidatedValue)
      implements MessageInterpolator.Context {
    @Override
    public <T> T unwrap(Class<T> type) {
      throw new ValidationException("there is nothing of " + type.getName() + " here");
    }
  }
}
