package io.zhenma.problem;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page counted from 0
 * @param total items on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {
  /** Most items a page may have. */
  public static final int MOST = 200;

  private static final int MOST_PAGES = 100_000;

  /** What a client asked for, checked. */
  public record Request(int page, int size) {
    public Request {
      FieldRule.range("page", page, 0, MOST_PAGES);
      FieldRule.range("size", size, 1, MOST);
    }

    public long offset() {
      return (long) page * size;
    }

    public <T> Page<T> of(List<T> items, long total) {
      return new Page<>(items, page, size, total);
    }
  }
}
