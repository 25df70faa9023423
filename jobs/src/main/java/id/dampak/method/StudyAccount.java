package id.dampak.method;

import id.dampak.error.DampakException;
import java.util.List;

/**
 * The account of a study's loss.
 *
 * @param entries its numbers
 * @param tests whether groups differ
 * @param summary what a reader of the progress should see
 */
public record StudyAccount(
    List<AccountEntry> entries, List<GroupEquality> tests, List<String> summary) {

  public StudyAccount {
    entries = List.copyOf(entries);
    tests = List.copyOf(tests);
    summary = List.copyOf(summary);
  }

  /** An account that the data do not allow, with what they lack. */
  public static StudyAccount refused(DampakException refused) {
    AccountEntries entries = new AccountEntries();
    entries.addRefusal(AccountEntry.ALL, refused);
    return new StudyAccount(entries.all(), List.of(), List.of("no account: " + refused.reason()));
  }
}
