package org.diaodu.server.policies.clauses;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads clauses with all the versions the caller may see. */
@Component
@Transactional(readOnly = true)
public class Clauses {

    private final VersionRows rows;
    private final ClauseTimeline timeline;

    Clauses(VersionRows rows, ClauseTimeline timeline) {
        this.rows = rows;
        this.timeline = timeline;
    }

    /** All versions of a clause, drafts first, then from the newest day back. Unknown clauses are a 404. */
    public List<ClauseVersion> versions(String clause) {
        Caller caller = Callers.current();
        List<ClauseVersion> versions = rows.of(clause).stream()
                .filter(version -> !version.isOpen() || ClauseRights.maySeeDrafts(caller, version.home()))
                .toList();
        if (versions.isEmpty()) {
            throw Problem.notFound("PL10", "没有条款“" + clause + "”。", "There is no clause \"" + clause + "\".");
        }
        return versions;
    }

    public ClauseVersion version(String clause, long id) {
        return versions(clause).stream()
                .filter(version -> version.id() == id)
                .findFirst()
                .orElseThrow(() -> missing(clause, id));
    }

    /** What holds on that day; else the newest that was published, else the draft. */
    public ClauseVersion standing(String clause, LocalDate day) {
        List<ClauseVersion> versions = versions(clause);
        return versions.stream()
                .filter(version -> version.holds(day))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(version -> version.state() == ClauseVersion.State.PUBLISHED)
                        .findFirst())
                .orElse(versions.getFirst());
    }

    /** Whether there is such a clause, also one of which the caller sees nothing. */
    public boolean exists(String clause) {
        return rows.home(clause).isPresent();
    }

    /** The titles of all published clauses, by id. */
    public Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        rows.published()
                .forEach(version ->
                        titles.putIfAbsent(version.clause(), version.text().title()));
        return titles;
    }

    /** The titles of the clauses a unit keeps, but for one. */
    public Map<String, String> titlesOf(String home, String but) {
        Map<String, String> titles = new TreeMap<>();
        rows.published().stream()
                .filter(version ->
                        version.home().equals(home) && !version.clause().equals(but))
                .forEach(version ->
                        titles.putIfAbsent(version.clause(), version.text().title()));
        return titles;
    }

    /** What was done to a clause, the latest last; nothing for those who see none of its drafts. */
    public List<ClauseEvent> timeline(String clause) {
        return timeline.of(clause);
    }

    static Problem missing(String clause, long id) {
        return Problem.notFound(
                "PL11", "条款“" + clause + "”没有版本 " + id + "。", "Clause \"" + clause + "\" has no version " + id + ".");
    }
}
