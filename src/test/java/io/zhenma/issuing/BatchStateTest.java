package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchStateTest {
  private static final Map<BatchState, Set<BatchState>> LEGAL =
      Map.of(
          BatchState.CREATED, Set.of(BatchState.ISSUED),
          BatchState.ISSUED, Set.of(BatchState.ACTIVE, BatchState.VOID),
          BatchState.ACTIVE, Set.of(BatchState.RECALLED, BatchState.VOID),
          BatchState.RECALLED, Set.of(BatchState.ACTIVE, BatchState.VOID),
          BatchState.VOID, Set.of());

  @ParameterizedTest
  @EnumSource
  void eachPairIsLegalOrNot(BatchState from) {
    for (BatchState to : BatchState.values()) {
      boolean legal = LEGAL.getOrDefault(from, Set.of()).contains(to);
      assertThat(from.canMoveTo(to)).as("%s to %s", from, to).isEqualTo(legal);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noStateLeadsToItselfOrBackToTheDraft(BatchState state) {
    assertThat(state.moves()).doesNotContain(state, BatchState.CREATED);
  }

  @ParameterizedTest
  @EnumSource
  void partsOfABatchGoOnlyWhereAnIssuedBatchMay(BatchState state) {
    assertThat(state.isOfItems())
        .isEqualTo(state != BatchState.CREATED && state != BatchState.ISSUED);
  }
}
