package org.diaodu.bulletin.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the pieces of one line with facts. */
final class Filling {

    private final int line;
    private final Map<String, Fact> facts;
    private String missing = "";

    Filling(int line, Map<String, Fact> facts) {
        this.line = line;
        this.facts = facts;
    }

    /** The runs, or null where a fact outside brackets is missing: see {@link #missing}. */
    @Nullable
    List<Run> fill(List<Piece> pieces) {
        List<Run> runs = fill(pieces, Map.of(), "");
        return runs == null ? null : Run.joined(runs);
    }

    String missing() {
        return missing;
    }

    private @Nullable List<Run> fill(List<Piece> pieces, Map<String, Fact> row, String prefix) {
        List<Run> runs = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Run> more = switch (piece) {
                case Piece.Words(String text) -> List.of(new Run.Words(text));
                case Piece.Slot slot -> slot(slot, row, prefix);
                case Piece.Optional(List<Piece> inside) -> {
                    List<Run> filled = fill(inside, row, prefix);
                    yield filled == null ? List.of() : filled;
                }
                case Piece.Each each -> each(each);
            };
            if (more == null) return null;
            runs.addAll(more);
        }
        return runs;
    }

    private @Nullable List<Run> each(Piece.Each each) {
        Fact fact = facts.get(each.rows());
        if (fact == null) return lacking(each.rows());
        if (!(fact instanceof Fact.Rows(List<Map<String, Fact>> rows))) throw unfit(line, each.rows());
        if (rows.isEmpty()) return lacking(each.rows());
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Fact> names = new HashMap<>(rows.get(i));
            List<Run> filled = fill(each.pieces(), names, each.rows() + "." + (i + 1) + ".");
            if (filled == null) return null;
            if (i > 0) runs.add(new Run.Words(each.separator()));
            runs.addAll(filled);
        }
        return runs;
    }

    private @Nullable List<Run> slot(Piece.Slot slot, Map<String, Fact> row, String prefix) {
        boolean own = row.containsKey(slot.name());
        Fact fact = own ? row.get(slot.name()) : FactPath.find(facts, slot.name());
        String name = own ? prefix + slot.name() : slot.name();
        return switch (fact) {
            case null -> lacking(slot.name());
            case Fact.Text(String words) -> List.of(new Run.Words(words));
            case Fact.Figure figure -> figure(slot, name, figure);
            case Fact.Pair pair -> pair(slot, name, pair);
            case Fact.Rows _, Fact.Table _, Fact.Chart _ -> throw unfit(line, slot.name());
        };
    }

    private List<Run> figure(Piece.Slot slot, String name, Fact.Figure figure) {
        return switch (slot.form()) {
            case "" -> Wording.plainly(name, figure, true);
            case "数" -> Wording.plainly(name, figure, false);
            case "绝对值" -> Wording.withoutSign(name, figure);
            case "增长" -> Wording.grew(name, figure);
            case "拉动" -> Wording.pulled(name, figure);
            default -> throw unfit(line, slot.name());
        };
    }

    private List<Run> pair(Piece.Slot slot, String name, Fact.Pair pair) {
        return switch (slot.form()) {
            case "高于" -> Wording.against(name, pair.own(), pair.other(), slot.whom());
            case "快慢" -> Wording.changed(name, pair.own(), pair.other());
            default -> throw unfit(line, slot.name());
        };
    }

    private @Nullable List<Run> lacking(String name) {
        missing = name;
        return null;
    }

    static BriefFault unfit(int line, String name) {
        return new BriefFault(
                "BR06",
                "模板第" + line + "行：“" + name + "”不能这样写：单个数用 数、增长、拉动，与别的数相比用 高于、快慢，几行的数用 {每个 …}，表和图用 !表、!图。",
                "Template line " + line + ": \"" + name
                        + "\" cannot be put so: a figure takes 数, 增长 or 拉动, a pair 高于 or 快慢, rows"
                        + " {每个 …}, tables and charts !表 and !图.");
    }
}
