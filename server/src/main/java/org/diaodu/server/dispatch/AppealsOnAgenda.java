package org.diaodu.server.dispatch;

import java.util.List;
import org.diaodu.server.steps.Signature;

/** What a meeting of the task force does with appeals, as the room of appeals tells it. */
public interface AppealsOnAgenda {

    /** Those of the regions that begin so which are overdue or nearly so, the one due first on top. */
    List<Agenda.Candidate> pressing(String prefix, int most);

    /**
     * Writes into an appeal's timeline what a meeting decided about it, and gives the number of the row. A unit that shall do
     * it and does not have the appeal helps from then on.
     *
     * @throws org.diaodu.server.steps.StepRefused where nothing more is done about the appeal
     */
    long decided(String number, String words, String unit, Signature by);
}
