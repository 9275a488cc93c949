package org.diaodu.server.briefs.web;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.bulletin.brief.Block;
import org.diaodu.bulletin.brief.Brief;
import org.diaodu.bulletin.brief.Fact;
import org.diaodu.bulletin.brief.HtmlWriter;
import org.diaodu.bulletin.brief.Run;
import org.diaodu.bulletin.brief.Template;
import org.diaodu.bulletin.brief.WordEdits;
import org.diaodu.server.briefs.Issue;
import org.diaodu.server.pages.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a brief shows.
 *
 * @param mayWrite whether the caller may change it as it stands
 * @param mayIssue whether the caller may issue it now
 * @param second whether the house wants a second person
 * @param edit the line that is being edited; 0 for none, -1 for the whole text
 * @param typed what was typed and could not be kept; null for nothing
 * @param remarks what was noticed in a document that was taken back
 */
public record BriefView(
        Issue issue,
        Template.Written written,
        boolean mayWrite,
        boolean mayIssue,
        boolean mayAdopt,
        boolean second,
        int edit,
        @Nullable String typed,
        @Nullable Explanation refused,
        boolean stale,
        @Nullable List<WordEdits.Remark> remarks) {

    private static final HtmlWriter HTML = new HtmlWriter("");

    /** A fact a template may ask for, with an example of how. */
    public record Known(String name, String value, String example) {}

    public Brief brief() {
        return written.brief();
    }

    public String title() {
        return Run.text(brief().title());
    }

    /** A block as part of a page; figures are links, everything else is escaped. */
    public String html(Block block) {
        return HTML.block(block);
    }

    /** The line of the template a block came from. */
    public String source(int line) {
        if (typed != null && edit == line) return typed;
        List<String> lines = issue.template().lines().toList();
        return line >= 1 && line <= lines.size() ? lines.get(line - 1).strip() : "";
    }

    /** The whole template. */
    public String text() {
        return typed != null && edit == -1 ? typed : issue.template();
    }

    public List<Known> known() {
        return known(issue.facts());
    }

    static List<Known> known(java.util.Map<String, Fact> facts) {
        List<Known> known = new ArrayList<>();
        facts.forEach((name, fact) -> known.add(
                switch (fact) {
                    case Fact.Text(String words) -> new Known(name, words, "{" + name + "}");
                    case Fact.Figure figure ->
                        new Known(
                                name,
                                figure.rounded().toPlainString() + figure.unit(),
                                "{" + name + (figure.unit().equals("%") ? "|增长}" : "}"));
                    case Fact.Pair(Fact.Figure own, Fact.Figure other) ->
                        new Known(
                                name,
                                own.rounded().toPlainString() + " / "
                                        + other.rounded().toPlainString() + own.unit(),
                                name.endsWith("上月") ? "{" + name + "|快慢}" : "{" + name + "|高于 …}");
                    case Fact.Rows(var rows) -> new Known(name, "× " + rows.size(), "{每个 " + name + "：{名称}{贡献|拉动}}");
                    case Fact.Table table -> new Known(name, "× " + table.rows().size(), "!表 " + name + "｜…");
                    case Fact.Chart chart ->
                        new Known(name, "× " + chart.categories().size(), "!图 " + name + "｜…");
                }));
        return known;
    }
}
