package io.zhenma.app;

import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.SecondFactorResets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets somebody in again who lost telephone and recovery codes, where no administrator can. */
@Command(
    name = "second-factor-reset",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Takes the second factor off a user and ends their sessions; they sign in with their password"
          + " alone. It is written into the audit log.",
      "Administrators who lost it are helped in this way alone. It needs the database's account."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it is off", "1:there is no such user, or they have none", "2:used wrongly"})
final class SecondFactorResetCommand extends ApplicationCommand {
  @Parameters(paramLabel = "E-MAIL", description = "Whose it is.")
  private String email = "";

  @Override
  int run(Beans beans) {
    try {
      if (!beans.get(SecondFactorResets.class).ofEmail(email)) {
        System.err.println("There is no user with this e-mail.");
        return CommandLine.ExitCode.SOFTWARE;
      }
    } catch (ProblemException none) {
      System.err.println("This user has no second factor.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    System.out.println("The second factor is off; the password alone lets this user in.");
    return CommandLine.ExitCode.OK;
  }
}
