package io.zhenma.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;

class WebMapTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void theMapOfChinaShowsEveryProvinceByCodeAndName() throws JsonProcessingException {
    JsonNode features = json.readTree(WebMap.provinces()).get("features");
    assertThat(features).hasSize(34);
    for (JsonNode feature : features) {
      JsonNode properties = feature.get("properties");
      Region region = Regions.china().byCode(properties.get("adcode").asText()).orElseThrow();
      assertThat(properties.get("name").asText()).isEqualTo(region.shortName());
      assertThat(properties.get("nameEn").asText()).isEqualTo(region.englishName());
    }
  }

  @Test
  void everyProvinceHasAMapOfItsCities() throws JsonProcessingException {
    for (Region province : Regions.china().provinces()) {
      JsonNode features =
          json.readTree(WebMap.cities(province.code()).orElseThrow()).get("features");
      assertThat(features).as(province.name()).isNotEmpty();
      for (JsonNode feature : features) {
        assertThat(feature.get("properties").get("adcode").asText())
            .startsWith(province.code().substring(0, 2));
      }
    }
  }

  @Test
  void thereIsNoMapOfACityOrOfNothing() {
    assertThat(WebMap.cities("440300")).isEmpty();
    assertThat(WebMap.cities("990000")).isEmpty();
  }

  @Test
  void allOutlinesAreValidAndBelongToKnownRegions() {
    CityShapes.all()
        .forEach(
            (code, shape) -> {
              assertThat(Regions.china().byCode(code)).as(code).isPresent();
              for (int i = 0; i < shape.getNumGeometries(); i++) {
                assertThat(shape.getGeometryN(i).isValid()).as(code).isTrue();
              }
              assertThat(shape).isInstanceOf(MultiPolygon.class);
            });
  }
}
