package org.diaodu.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.diaodu.rules.book.TableAnalysis.Overlap;
import org.diaodu.rules.book.TableAnalysis.Region;
import org.diaodu.rules.model.RuleModel;

/** What the analysis says is what the reference engine does, on every kind of case there is. */
class AnalysisPropertyTest {

    private static final List<BigDecimal> NUMBERS =
            List.of("-1", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "5").stream()
                    .map(BigDecimal::new)
                    .toList();
    private static final List<String> COLOURS = List.of("红", "黄", "绿");

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> bound = Arbitraries.of("0", "1", "2", "3", "4");
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.just("-"),
                Combinators.combine(Arbitraries.of("<", "<=", ">", ">=", ""), bound)
                        .as((o, b) -> o + b),
                Combinators.combine(Arbitraries.of("[", "("), bound, bound, Arbitraries.of("]", ")"))
                        .as((l, a, b, r) -> a.compareTo(b) < 0 ? l + a + ".." + b + r : "-"),
                Combinators.combine(bound, bound).as((a, b) -> a + ", " + b),
                bound.map(b -> "not(" + b + ")"),
                bound.map(b -> "not(>= " + b + ")"));
        Arbitrary<String> colour = Arbitraries.of("-", "\"红\"", "\"黄\", \"绿\"", "not(\"红\")", "not(\"红\", \"黄\")");
        Arbitrary<String> flag = Arbitraries.of("-", "true", "false");
        Arbitrary<String> row = Combinators.combine(number, colour, flag, Arbitraries.of("1", "2"))
                .as((n, c, f, o) -> n + "|" + c + "|" + f + "|" + o);
        return row.list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 150)
    void everyGapAndOverlapIsOneAndNoneIsMissed(@ForAll("rows") List<String> rows) {
        String items =
                "<itemDefinition name=\"颜色\"><typeRef>string</typeRef><allowedValues><text>\"红\", \"黄\", \"绿\"</text></allowedValues></itemDefinition>";
        List<String> inputs = List.of("a:number", "c:颜色", "b:boolean");
        RuleModel model =
                RuleModel.of("m.dmn", Dmn.xml("UNIQUE", inputs, "number", items, rows.toArray(String[]::new)));
        TableAnalysis analysis = TableAnalysis.of(
                RuleTable.all(model.definitions()).getFirst(),
                DeclaredType.inputs(model.definitions()),
                name -> DeclaredType.named(model.definitions(), name));
        assertThat(analysis.opaque()).isEmpty();
        boolean gap = false;
        boolean overlap = false;
        for (BigDecimal a : NUMBERS) {
            for (String c : COLOURS) {
                for (boolean b : new boolean[] {true, false}) {
                    List<Integer> matched = matched(model, a, c, b);
                    gap |= matched.isEmpty();
                    overlap |= matched.size() > 1;
                }
            }
        }
        assertThat(!analysis.gaps().isEmpty()).isEqualTo(gap);
        assertThat(!analysis.overlaps().isEmpty()).isEqualTo(overlap);
        for (Region region : analysis.gaps()) {
            assertThat(matched(model, region)).isEmpty();
        }
        for (Overlap pair : analysis.overlaps()) {
            assertThat(matched(model, pair.region())).contains(pair.first(), pair.second());
        }
    }

    private static List<Integer> matched(RuleModel model, Region region) {
        Map<String, String> example = region.example();
        return matched(
                model,
                new BigDecimal(example.getOrDefault("a", "")),
                example.getOrDefault("c", "").replace("\"", ""),
                Boolean.parseBoolean(example.get("b")));
    }

    private static List<Integer> matched(RuleModel model, BigDecimal a, String c, boolean b) {
        Map<String, Object> inputs = new HashMap<>(Map.of("a", a, "c", c, "b", b));
        return new ArrayList<>(model.trace(inputs).hits().getFirst().matched());
    }
}
