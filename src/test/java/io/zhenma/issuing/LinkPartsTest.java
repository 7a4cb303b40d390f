package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class LinkPartsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  @Test
  void aPartThatIsNotNamedIsLeftOut() throws JsonProcessingException {
    assertThat(read("{\"lot\":true}")).isEqualTo(new LinkParts(true, false));
    assertThat(read("{\"expiry\":true}")).isEqualTo(new LinkParts(false, true));
    assertThat(read("{\"lot\":true,\"expiry\":true}")).isEqualTo(new LinkParts(true, true));
    assertThat(read("{}")).isEqualTo(LinkParts.NONE);
  }

  @Test
  void whatIsToldIsWhatWasAskedFor() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(new LinkParts(true, false)))
        .isEqualTo("{\"lot\":true,\"expiry\":false}");
  }

  private static LinkParts read(String json) throws JsonProcessingException {
    return JSON.readValue(json, LinkParts.class);
  }
}
