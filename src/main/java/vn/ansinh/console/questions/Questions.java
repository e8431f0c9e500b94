package vn.ansinh.console.questions;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.Supplier;
import vn.ansinh.console.Desk;
import vn.ansinh.console.answers.AnswerDrafts;
import vn.ansinh.console.answers.AnswersPage;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.officer.Audit;

/// The pages about questions that found no answer or no good one.
public final class Questions {
  private final QuestionsPage lists;
  private final GroupPage group;
  private final AnswersPage answers;

  /// @param library of the moment
  public Questions(Pool pool, Supplier<Library> library, Clock clock) {
    OpenQuestions open = new OpenQuestions(pool);
    Audit audit = new Audit(clock);
    AnswerDrafts drafts = new AnswerDrafts(pool, audit, clock);
    Judgements judgements = new Judgements(pool, drafts, audit, clock);
    this.lists = new QuestionsPage(open, judgements, () -> library.get().base());
    this.answers = new AnswersPage(drafts, () -> library.get().base());
    this.group = new GroupPage(open, judgements, library);
  }

  public void addTo(Desk desk) {
    lists.addTo(desk);
    group.addTo(desk);
    answers.addTo(desk);
  }
}
