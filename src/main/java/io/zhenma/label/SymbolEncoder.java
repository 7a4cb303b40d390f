package io.zhenma.label;

/** Makes symbols: {@link QrSymbol#of}, or another that a benchmark compares it to. */
@FunctionalInterface
public interface SymbolEncoder {
  QrSymbol encode(String text, ErrorCorrection correction, MaskChoice mask);
}
