package io.zhenma.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Takes JSON as it is meant: a number is no text, 1.5 is no whole number, an enum's constant has a
 * name, a coordinate left out is not 0, no key comes twice, nothing follows the body. Fields that
 * the server does not know are ignored, so that newer clients may talk to older servers.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper json) {
    json.enable(
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.disable(
        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    refuse(json, LogicalType.Integer, CoercionInputShape.String);
    refuse(json, LogicalType.Float, CoercionInputShape.String);
    refuse(json, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.Integer);
    refuse(
        json,
        LogicalType.Textual,
        CoercionInputShape.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.Boolean);
  }

  private static void refuse(ObjectMapper json, LogicalType type, CoercionInputShape... shapes) {
    for (CoercionInputShape shape : shapes) {
      json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
    }
    json.coercionConfigFor(type).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
  }
}
