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
import java.util.SplittableRandom;
import org.diaodu.sample.Books;
import org.diaodu.sample.Plant;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.sample.Table;
import org.diaodu.server.access.Unit;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.whitelist.Kind;
import org.diaodu.server.whitelist.PassForm;
import org.diaodu.server.whitelist.PastEntry;
import org.diaodu.server.whitelist.Validity;
import org.diaodu.server.whitelist.Verb;
import org.diaodu.server.whitelist.WhiteListLoading;
import org.springframework.stereotype.Component;

/**
 * The white list on the business date: entries by rule, and applications in every state with the passes of those on the list.
 * The same seed gives the same entries.
 */
@Component
class SampleWhiteList {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = SampleLoading.BUSINESS_DATE;
    private static final int BY_RULE = 10;
    private static final int PASSES = 3;
    private static final String PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** What becomes of the applications, one after another and over again. */
    private static final List<String> FATES = List.of(
            "GRANTED", "APPLIED", "GRANTED", "REFUSED", "GRANTED", "EXPIRED", "APPLIED", "GRANTED", "REVOKED",
            "GRANTED");

    private static final List<String> REFUSALS =
            List.of("所报物资不属于重点保供范围，请走普通通行审批。", "运输线路在本市范围内，由市级专班审核，请改报市级。", "材料中没有说明日运量和车辆数，请补充后重新申请。");

    private final WhiteListLoading whiteList;
    private final List<Table.Row> texts = Table.read("white-list.csv").rows();

    SampleWhiteList(WhiteListLoading whiteList) {
        this.whiteList = whiteList;
    }

    /** Loads the list and gives how many entries there are. */
    int load(List<Books> books, Map<String, Long> ids) {
        List<Plant> plants = books.stream()
                .map(Books::plant)
                .filter(plant -> plant.isListed(Slots.MARCH_2022))
                .sorted(Comparator.comparing((Plant plant) -> !plant.key()).thenComparingInt(Plant::index))
                .toList();
        int entries = 0;
        Set<Long> named = new HashSet<>();
        for (Kind kind : Kind.values()) {
            List<Long> wanted = plants.stream()
                    .filter(plant -> texts.stream()
                            .anyMatch(
                                    row -> isOf(plant, row) && row.text("kind").equals(kind.name())))
                    .limit(BY_RULE)
                    .map(plant -> ids.getOrDefault(plant.creditCode(), 0L))
                    .toList();
            named.addAll(wanted);
            entries += whiteList.enter(
                    kind,
                    wanted,
                    Unit.Level.PROVINCE,
                    new Validity(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 6, 30)),
                    dispatcher(at(LocalDate.of(2022, 4, 1), 9)));
        }
        List<Plant> others = plants.stream()
                .filter(plant -> !named.contains(ids.getOrDefault(plant.creditCode(), 0L)))
                .toList();
        List<PastEntry> applied = applications(others, ids);
        whiteList.load(applied);
        return entries + applied.size();
    }

    /** Two for each text, of enterprises of its industry that are not entered by rule. */
    private List<PastEntry> applications(List<Plant> plants, Map<String, Long> ids) {
        List<PastEntry> applied = new ArrayList<>();
        for (Table.Row text : texts) {
            plants.stream()
                    .filter(plant -> isOf(plant, text))
                    .skip(texts.indexOf(text) * 2L % 4)
                    .limit(2)
                    .forEach(plant -> applied.add(
                            application(plant, ids.getOrDefault(plant.creditCode(), 0L), text, applied.size())));
        }
        return applied;
    }

    private static boolean isOf(Plant plant, Table.Row text) {
        return plant.industry().startsWith(text.text("division"));
    }

    private static PastEntry application(Plant plant, long enterprise, Table.Row text, int number) {
        var random = new SplittableRandom(Province.DEFAULT_SEED * 37 + number);
        String fate = FATES.get(number % FATES.size());
        LocalDate day = fate.equals("EXPIRED")
                ? LocalDate.of(2022, 3, 14).plusDays(random.nextInt(5))
                : LocalDate.of(2022, 4, 11).plusDays(random.nextInt(10));
        var clerk = new Signature(
                "clerk-" + enterprise, "企业填报员（示例）", Regional.name(plant.county()), at(day, 9 + random.nextInt(8)));
        List<PastEntry.Step> steps = new ArrayList<>();
        LocalDate decided = day.plusDays(1);
        var days = new Validity(
                decided,
                fate.equals("EXPIRED") ? LocalDate.of(2022, 4, 20) : decided.plusDays(30L + 30 * random.nextInt(2)));
        switch (fate) {
            case "APPLIED" -> {}
            case "REFUSED" ->
                steps.add(step(Verb.REFUSE, days, REFUSALS.get(number / FATES.size() % REFUSALS.size()), decided));
            case "REVOKED" -> {
                steps.add(step(Verb.GRANT, days, "同意列入。", decided));
                steps.add(step(Verb.REVOKE, days, "抽查发现通行证车辆运输其他货物，予以撤销。", TODAY.minusDays(1)));
            }
            default -> steps.add(step(Verb.GRANT, days, "情况属实，同意列入，请随车携带通行证并执行闭环管理。", decided));
        }
        boolean carries = fate.equals("GRANTED") || fate.equals("REVOKED");
        return new PastEntry(
                enterprise,
                Kind.valueOf(text.text("kind")),
                Unit.Level.PROVINCE,
                text.text("grounds"),
                clerk,
                steps,
                carries ? passes(text, days, clerk, random) : List.of());
    }

    private static List<PastEntry.PastPass> passes(
            Table.Row text, Validity days, Signature clerk, SplittableRandom random) {
        List<PastEntry.PastPass> passes = new ArrayList<>();
        for (int i = 0; i < PASSES; i++) {
            var form = new PassForm(
                    "",
                    plate(random, i),
                    text.text("goods"),
                    text.text("from"),
                    text.text("to"),
                    days.from().toString(),
                    days.until().toString());
            var by = new Signature(clerk.name(), clerk.displayName(), clerk.unit(), at(days.from(), 14 + i));
            passes.add(new PastEntry.PastPass(form, by, i == 2 ? "车辆送修，换车运输。" : ""));
        }
        return passes;
    }

    /** The second vehicle is a new-energy one. */
    private static String plate(SplittableRandom random, int place) {
        String office = "黑" + "ABCDEFGHJKLMNPR".charAt(random.nextInt(15));
        int digits = random.nextInt(10_000);
        return place == 1
                ? office + "D%05d".formatted(digits)
                : office + PLATE_LETTERS.charAt(random.nextInt(PLATE_LETTERS.length())) + "%04d".formatted(digits);
    }

    private static PastEntry.Step step(Verb verb, Validity days, String words, LocalDate day) {
        return new PastEntry.Step(verb, days, words, dispatcher(at(day, 10)));
    }

    private static Signature dispatcher(Instant at) {
        return new Signature("dispatcher", "省工业专班（示例）", "黑龙江省", at);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 20).atZone(CHINA).toInstant();
    }
}
