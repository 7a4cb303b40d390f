package io.zhenma.tenancy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A code of a person's app, or one to recover, as they typed it. */
record OneCode(@NotNull @Size(min = 1, max = 100) String code) {
  @Override
  public String toString() {
    return "OneCode[hidden]";
  }
}
