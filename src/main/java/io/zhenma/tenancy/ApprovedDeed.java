package io.zhenma.tenancy;

/** Does what was approved; a feature has a bean for each of its kinds. */
public interface ApprovedDeed {
  ApprovalKind kind();

  /**
   * Within the transaction that decides, so that it is done once or not at all.
   *
   * @param userId who asked for it
   * @param payload what they wanted, as {@link ApprovalWish} told it
   * @throws io.zhenma.problem.ProblemException when it can't be done any more
   */
  void perform(long brandId, long userId, String payload);
}
