package org.diaodu.rules.book;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.rules.book.Finding.Weight;
import org.diaodu.rules.book.TableAnalysis.DeclaredTypes;
import org.diaodu.rules.model.Remark;
import org.diaodu.rules.model.RuleModel;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Definitions;

/** What can be said of a model without its cases. */
final class ModelReview {

    private static final Pattern UNKNOWN = Pattern.compile("Unknown variable(?: name)? '([^']*)'");

    private static final String UNKNOWN_NAME = "rules.unknown-name";

    private final RuleModel model;
    private final List<RuleTable> tables;
    private final Map<String, DeclaredType> variables = new LinkedHashMap<>();
    private final Findings findings;
    private final CellReview cells;
    private final CoverReview cover;

    private ModelReview(RuleModel model) {
        this.model = model;
        Definitions definitions = model.definitions();
        this.findings = new Findings(model.source());
        this.tables = RuleTable.all(definitions);
        this.variables.putAll(DeclaredType.inputs(definitions));
        this.variables.putAll(DeclaredType.decisions(definitions));
        Map<String, Type> feelTypes = new HashMap<>();
        definitions.getDrgElement().stream()
                .map(DRGElement::getName)
                .forEach(name -> feelTypes.put(name, BuiltInType.UNKNOWN));
        variables.forEach((name, type) -> feelTypes.put(name, feel(type)));
        DeclaredTypes types = name -> DeclaredType.named(definitions, name);
        this.cells = new CellReview(findings, variables, feelTypes, types);
        this.cover = new CoverReview(findings, variables, types);
    }

    static List<Finding> of(RuleModel model) {
        ModelReview review = new ModelReview(model);
        review.engine();
        for (RuleTable table : review.tables) {
            if (review.wellFormed(table)) {
                review.cells.types(table);
                review.cover.say(table);
            }
        }
        return review.findings.all();
    }

    private static Type feel(DeclaredType type) {
        if (type.list()) {
            return BuiltInType.LIST;
        }
        return switch (type.kind()) {
            case NUMBER -> BuiltInType.NUMBER;
            case STRING -> BuiltInType.STRING;
            case BOOLEAN -> BuiltInType.BOOLEAN;
            case DATE -> BuiltInType.DATE;
            case TIME -> BuiltInType.TIME;
            case DATE_TIME -> BuiltInType.DATE_TIME;
            case DAYS_TIME, YEARS_MONTHS -> BuiltInType.DURATION;
            case STRUCTURE, ANY -> BuiltInType.UNKNOWN;
        };
    }

    // What the engine refuses

    private void engine() {
        Map<String, Boolean> slipsSaid = new HashMap<>();
        for (Remark remark : model.remarks()) {
            String decision = remark.place().element();
            boolean feel = remark.error() && remark.code().contains("FEEL");
            Matcher unknown = UNKNOWN.matcher(remark.text());
            if (unknown.find()) {
                unknown(decision, unknown.group(1));
            } else if (!feel || !slipsSaid.computeIfAbsent(decision, this::slips)) {
                findings.add(
                        "rules.engine",
                        remark.error() ? Weight.ERROR : Weight.WARNING,
                        decision,
                        0,
                        "",
                        "决策引擎提示：" + remark.text(),
                        "the decision engine remarks: " + remark.text());
            }
        }
    }

    /** A name nobody knows; most often it is a text without quotes, so the cells are looked through for it. */
    private void unknown(String decision, String name) {
        String known = String.join("、", variables.keySet());
        String instead = SlipHint.TRUTH.instead(name);
        if (instead != null) {
            addUnknown(
                    decision, name, "“" + name + "”写作 " + instead + "。", "write " + instead + " for \"" + name + "\".");
            return;
        }
        String chinese = "不认识“" + name + "”。建议：如果是文字，写作 \"" + name + "\"；如果是名称，核对写法，或添加此输入并连到本决策；可用的有 " + known + "。";
        String english = "\"" + name + "\" is not known. Maybe it is a text and lacks its quotes, is misspelt, or is an"
                + " input to be added and connected; there are " + known.replace("、", ", ") + ".";
        addUnknown(decision, name, chinese, english);
    }

    private void addUnknown(String decision, String name, String chinese, String english) {
        int before = findings.size();
        for (RuleTable table : readable(decision)) {
            table.eachCell((row, column, text, test) -> {
                if (CellReview.bare(text).contains(name)) {
                    findings.add(UNKNOWN_NAME, Weight.ERROR, table.decision(), row, column, chinese, english);
                }
            });
        }
        if (findings.size() == before) {
            findings.add(UNKNOWN_NAME, Weight.ERROR, decision, 0, "", chinese, english);
        }
    }

    /** Says every slip in the cells of this decision's tables; false where there is none to be found. */
    private boolean slips(String decision) {
        int before = findings.size();
        readable(decision).forEach(cells::slips);
        return findings.size() > before;
    }

    /** The well-formed tables of a decision; of every decision for "". */
    private List<RuleTable> readable(String decision) {
        return tables.stream()
                .filter(table -> decision.isEmpty() || table.decision().equals(decision))
                .filter(this::wellFormed)
                .toList();
    }

    private boolean wellFormed(RuleTable table) {
        return table.table().getRule().stream()
                .allMatch(rule ->
                        rule.getInputEntry().size() == table.table().getInput().size()
                                && rule.getOutputEntry().size()
                                        == table.table().getOutput().size());
    }
}
