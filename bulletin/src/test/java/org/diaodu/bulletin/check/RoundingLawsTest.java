package org.diaodu.bulletin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever true figures are rounded at whatever decimals, they never seem to contradict; an error beyond rounding always does. */
class RoundingLawsTest {

    private static final String[] PARTS = {"采矿业", "制造业", "电热气水"};

    /** A total in three sections: last year's amounts, and each one's growth. */
    private record Whole(double[] base, double[] growth) {

        static Whole of(Random random) {
            double[] base = new double[PARTS.length];
            double[] growth = new double[PARTS.length];
            for (int i = 0; i < PARTS.length; i++) {
                base[i] = 20 + random.nextDouble() * 800;
                growth[i] = random.nextDouble() * 0.3 + 0.02;
            }
            return new Whole(base, growth);
        }

        double now(int i) {
            return base[i] * (1 + growth[i]);
        }

        double sum() {
            return now(0) + now(1) + now(2);
        }

        double sumBase() {
            return base[0] + base[1] + base[2];
        }

        double total() {
            return (sum() / sumBase() - 1) * 100;
        }

        double points(int i) {
            return base[i] * growth[i] / sumBase() * 100;
        }

        String text(int decimals, double addToAmount, double addToPoints) {
            StringBuilder text = new StringBuilder(
                    "2024年1-6月示例省工业用电量" + print(sum(), decimals) + "亿千瓦时，增长" + print(total(), decimals) + "%：");
            for (int i = 0; i < PARTS.length; i++) {
                text.append(i == 0 ? "" : "、")
                        .append(PARTS[i])
                        .append(print(now(i) + (i == 1 ? addToAmount : 0), decimals))
                        .append("亿千瓦时");
            }
            for (int i = 0; i < PARTS.length; i++) {
                text.append("；")
                        .append(PARTS[i])
                        .append("增长")
                        .append(print(growth[i] * 100, decimals))
                        .append("%，占")
                        .append(print(now(i) / sum() * 100, decimals))
                        .append("%，拉动")
                        .append(print(points(i) + (i == 1 ? addToPoints : 0), decimals))
                        .append("个百分点，贡献率")
                        .append(print(points(i) / total() * 100, decimals))
                        .append("%");
            }
            return text.append("。").toString();
        }

        private static String print(double value, int decimals) {
            return BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    @Property(tries = 300)
    void trueFiguresNeverContradict(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int decimals) {
        List<Relation> relations =
                Checker.checkText("例", Whole.of(new Random(seed)).text(decimals, 0, 0));

        assertThat(relations).filteredOn(r -> r.published() != null).hasSizeGreaterThan(10);
        assertThat(relations).noneMatch(r -> r.contradicts() || r.verdict() == Verdict.OTHER_BASIS);
    }

    @Property(tries = 200)
    void anErrorBeyondRoundingAlwaysDoes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int decimals, @ForAll boolean inAmount) {
        Whole whole = Whole.of(new Random(seed));
        double beyond = 5 * Math.pow(10, -decimals);
        // of the shares of growth a wrong contribution breaks the one of its own, whose tolerance its size decides
        String text =
                inAmount ? whole.text(decimals, beyond, 0) : whole.text(decimals, 0, beyond + whole.total() * 0.02);

        assertThat(Checker.checkText("例", text)).anyMatch(Relation::contradicts);
    }
}
