package org.diaodu.sample.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.sample.Books;
import org.diaodu.sample.Plant;
import org.diaodu.sample.Slots;
import org.diaodu.sample.Table;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.supply.LetterForm;
import org.diaodu.server.supply.PastLetter;
import org.diaodu.server.supply.PastReport;
import org.diaodu.server.supply.PastReport.Step;
import org.diaodu.server.supply.ReportForm;
import org.diaodu.server.supply.Result;
import org.diaodu.server.supply.SupplyLoading;
import org.diaodu.server.supply.Verb;
import org.diaodu.standards.Regions;
import org.diaodu.standards.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Shortages and letters on the business date: reports in every state, those with another province in April 2022, and letters from
 * there.
 */
@Component
class SampleSupply {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkingDays DAYS = WorkingDays.bundled();
    private static final String PROVINCE = "230000";
    private static final String ASKED = "请协调有关企业和部门在做好防控的前提下优先保障上述供应和运输；确有困难的，请告知可以供货、通行的时间和办法。";

    /** How far a report of each fate has come: the steps after confirming it, one after another. */
    private static final List<String> WAY =
            List.of("REPORTED", "CONFIRMED", "ESCALATED", "WRITTEN", "REPLIED", "SETTLED");

    private final SupplyLoading supply;

    SampleSupply(SupplyLoading supply) {
        this.supply = supply;
    }

    /**
     * Loads reports and letters and gives how many reports there are.
     *
     * @param own the enterprises of the two clerks who sign in, who have one report each
     */
    int load(List<Books> books, List<Books> own, Map<String, Long> ids) {
        List<Plant> plants = books.stream()
                .map(Books::plant)
                .filter(plant -> plant.isListed(Slots.MARCH_2022))
                .sorted(Comparator.comparing((Plant plant) -> !plant.key()).thenComparingInt(Plant::index))
                .toList();
        Set<Plant> taken = new HashSet<>();
        List<Plant> clerks = new ArrayList<>(own.stream().map(Books::plant).toList());
        List<PastReport> reports = new ArrayList<>();
        for (Table.Row row : Table.read("supply.csv").rows().stream()
                .sorted(Comparator.comparing(row -> row.text("on")))
                .toList()) {
            Plant plant = row.text("division").equals("own")
                    ? clerks.removeFirst()
                    : plants.stream()
                            .filter(one -> one.industry().startsWith(row.text("division")) && taken.add(one))
                            .findFirst()
                            .orElseGet(plants::getFirst);
            reports.add(report(plant, ids.getOrDefault(plant.creditCode(), 0L), row, reports.size()));
        }
        supply.load(reports);
        supply.register(
                Table.read("supply-letters.csv").rows().stream()
                        .map(SampleSupply::letter)
                        .toList(),
                PROVINCE);
        return reports.size();
    }

    private static PastReport report(Plant plant, long enterprise, Table.Row row, int number) {
        LocalDate day = LocalDate.parse(row.text("on"));
        var form = new ReportForm(
                "",
                row.text("kind"),
                row.text("item"),
                row.text("amount"),
                row.text("unit"),
                row.text("supplier"),
                row.text("province"),
                row.text("place"),
                day.minusDays((long) row.number("ago")).toString(),
                row.text("stock"),
                row.text("risk"),
                row.text("words"),
                List.of("王丽", "李明", "张伟", "刘洋", "陈静").get(number % 5) + "（示例）",
                "1390000%04d".formatted(1000 + number));
        var clerk = new Signature("clerk-" + enterprise, "企业填报员（示例）", plant.name(), at(day, 9));
        return new PastReport(enterprise, form, clerk, steps(plant, row, day, clerk));
    }

    private static List<Step> steps(Plant plant, Table.Row row, LocalDate day, Signature clerk) {
        String fate = row.text("fate");
        Signature county = new Signature(
                "dispatcher-" + plant.county(), "县（市、区）工业专班（示例）", Regional.name(plant.county()), at(day, 14));
        if (fate.equals("RETURNED")) {
            return List.of(plain(Verb.RETURN, "请写明包装袋的规格和每天的用量，并附与供应商的往来函件。", county));
        }
        if (fate.equals("WITHDRAWN")) {
            return List.of(plain(Verb.WITHDRAW, "供应商已改走铁路，不需要协调了。", at(clerk, DAYS.plus(day, 2), 10)));
        }
        boolean settled = Set.of("SOLVED", "PARTLY", "UNSOLVED").contains(fate);
        int way = WAY.indexOf(settled ? "SETTLED" : fate);
        List<Step> steps = new ArrayList<>();
        LocalDate written = DAYS.plus(day, 1);
        LocalDate answered = DAYS.plus(written, 2);
        if (way >= 1) steps.add(plain(Verb.CONFIRM, "已电话核对订单和库存，情况属实。", county));
        if (way >= 2) steps.add(plain(Verb.PASS_UP, "货源在外省，请省里协调。", at(county, day, 16)));
        if (way >= 3) steps.add(new Step.Written(letterForm(plant, row, written), written, dispatcher(written, 10)));
        if (way >= 4) steps.add(new Step.Replied(answered, row.text("reply"), dispatcher(answered, 15)));
        if (way >= 5) {
            LocalDate done = DAYS.plus(answered, 1);
            steps.add(new Step.Plain(Verb.SETTLE, Result.valueOf(fate), row.text("outcome"), dispatcher(done, 11)));
        }
        return steps;
    }

    private static LetterForm letterForm(Plant plant, Table.Row row, LocalDate written) {
        String other = Regions.bundled().get(row.text("province")).name();
        int days = row.number("stock") <= 3 ? 2 : row.number("stock") <= 7 ? 3 : 5;
        return new LetterForm(
                "",
                "",
                row.text("province"),
                other + (row.text("province").equals("310000") ? "经济和信息化委员会" : "工业和信息化厅"),
                "关于请协调解决" + plant.name() + row.text("item") + "问题的函",
                ASKED,
                "",
                DAYS.plus(written, days).toString(),
                "赵处（示例）",
                "0451-80000000");
    }

    private static PastLetter letter(Table.Row row) {
        LocalDate dated = LocalDate.parse(row.text("dated"));
        var form = new LetterForm(
                "",
                row.text("number"),
                row.text("province"),
                row.text("office"),
                row.text("subject"),
                row.text("asked"),
                row.text("dated"),
                row.text("by"),
                row.text("contact"),
                row.text("phone"));
        PastLetter.Given given = row.text("unit").isEmpty()
                ? null
                : new PastLetter.Given(row.text("unit"), row.text("given"), dispatcher(dated, 15));
        PastLetter.Answered answered = row.text("answered").isEmpty()
                ? null
                : new PastLetter.Answered(
                        LocalDate.parse(row.text("answered")),
                        row.text("reply"),
                        dispatcher(LocalDate.parse(row.text("answered")), 16));
        return new PastLetter(form, dispatcher(dated, 9), given, answered);
    }

    private static Step plain(Verb verb, String words, Signature by) {
        return new Step.Plain(verb, Result.UNSOLVED, words, by);
    }

    private static Signature dispatcher(LocalDate day, int hour) {
        return new Signature("dispatcher", "省工业专班（示例）", "黑龙江省", at(day, hour));
    }

    private static Signature at(Signature who, LocalDate day, int hour) {
        return new Signature(who.name(), who.displayName(), who.unit(), at(day, hour));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 20).atZone(CHINA).toInstant();
    }
}
