package org.diaodu.sample.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.diaodu.sample.Books;
import org.diaodu.sample.Entry;
import org.diaodu.sample.FormItem;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.sample.Table;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.dispatch.CaseLoading;
import org.diaodu.server.dispatch.Cause;
import org.diaodu.server.dispatch.MeasureForm;
import org.diaodu.server.dispatch.MeasureKind;
import org.diaodu.server.dispatch.PastCase;
import org.diaodu.server.dispatch.Verb;
import org.diaodu.server.steps.Signature;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/**
 * The task force's member units, and a case for each key enterprise whose output of January to March is below last year's, in
 * every state a case can be in on the business date; before them those of the autumn campaign of 2021, for some of the key
 * enterprises that had fallen then, chosen without regard to what became of them, so that their effect can be measured.
 * The same seed gives the same cases.
 */
@Component
class SampleDispatch {

    /** The unit of the officer among the sign-ins. */
    static final String OFFICERS_UNIT = "SJT";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int JAN_FEB_2022 = Slots.MARCH_2022 - 1;

    /** September 2021, whose returns the autumn campaign followed: three more periods of 2021, and January–February. */
    private static final int SEPTEMBER_2021 = JAN_FEB_2022 - 4;

    private static final int IN_TEN = 6;

    /** How many cases of 131 are how far, those farthest first. */
    private static final List<Stage> STAGES = List.of(
            new Stage("SIGNED_OFF", 17),
            new Stage("REOPENED", 2),
            new Stage("CHECKED", 5),
            new Stage("REPORTED", 8),
            new Stage("UNDER_WAY", 40),
            new Stage("CHANGING", 5),
            new Stage("AGREED", 10),
            new Stage("SENT_BACK", 6),
            new Stage("PROPOSED", 14),
            new Stage("OPENED", 24));

    private record Stage(String state, int cases) {}

    private final CaseLoading cases;
    private final List<Table.Row> texts = Table.read("dispatch.csv").rows();
    private final Map<String, MemberUnit> units =
            memberUnits().stream().collect(Collectors.toMap(MemberUnit::code, unit -> unit));

    SampleDispatch(CaseLoading cases) {
        this.cases = cases;
    }

    /** Twenty-four units on three levels. */
    static List<MemberUnit> memberUnits() {
        return Table.read("member-units.csv").rows().stream()
                .map(row ->
                        new MemberUnit(row.text("code"), row.text("name"), row.text("region"), false, row.text("line")))
                .toList();
    }

    /** Loads the cases and gives how many there are. */
    int load(List<Books> books, Map<String, Long> ids) {
        List<PastCase> autumn = new ArrayList<>();
        for (Books own : books) {
            if (!wasChosenInAutumn(own)) continue;
            autumn.add(new Draft(own, ids.getOrDefault(own.plant().creditCode(), 0L), autumn.size(), true, true)
                    .until("SIGNED_OFF"));
        }
        cases.load(Slots.month(SEPTEMBER_2021), autumn);
        List<Books> falling = inOrder(books);
        List<PastCase> ofJanFeb = new ArrayList<>();
        List<PastCase> ofMarch = new ArrayList<>();
        for (int i = 0; i < falling.size(); i++) {
            Books own = falling.get(i);
            boolean early = fellEarly(own);
            PastCase one = new Draft(own, ids.getOrDefault(own.plant().creditCode(), 0L), i, early, false)
                    .until(stage(i, falling.size()));
            (early ? ofJanFeb : ofMarch).add(one);
        }
        cases.load(Period.janFeb(2022), ofJanFeb);
        cases.load(Slots.month(Slots.MARCH_2022), ofMarch);
        return autumn.size() + falling.size();
    }

    /** Of the key enterprises whose output of September 2021 was below last year's six in ten, by chance. */
    private static boolean wasChosenInAutumn(Books own) {
        if (!own.plant().key() || !own.plant().isListed(SEPTEMBER_2021)) return false;
        Entry output = own.entry(FormItem.GROSS_OUTPUT, SEPTEMBER_2021);
        return output.month() < output.monthBase()
                && Math.floorMod(shuffled(own.plant().index() + 1_000_000), 10) < IN_TEN;
    }

    /** Those that fell in January already come first, and of them those to be reopened still fall in March. */
    private static List<Books> inOrder(List<Books> books) {
        List<Books> falling = books.stream()
                .filter(own -> own.plant().key() && own.plant().isListed(Slots.MARCH_2022))
                .filter(SampleDispatch::isFallingThisYear)
                .sorted(Comparator.comparing((Books own) -> !fellEarly(own))
                        .thenComparingInt(own -> shuffled(own.plant().index()))
                        .thenComparingInt(own -> own.plant().index()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < falling.size(); i++) {
            if (!stage(i, falling.size()).equals("REOPENED") || isFalling(falling.get(i), Slots.MARCH_2022)) continue;
            for (int j = i + 1; j < falling.size(); j++) {
                if (isFalling(falling.get(j), Slots.MARCH_2022) && fellEarly(falling.get(j))) {
                    java.util.Collections.swap(falling, i, j);
                    break;
                }
            }
        }
        return falling;
    }

    private static int shuffled(int index) {
        return new SplittableRandom(Province.DEFAULT_SEED + index).nextInt();
    }

    private static String stage(int position, int of) {
        int place = position * STAGES.stream().mapToInt(Stage::cases).sum() / Math.max(1, of);
        for (Stage stage : STAGES) {
            place -= stage.cases();
            if (place < 0) return stage.state();
        }
        return "OPENED";
    }

    private static boolean fellEarly(Books own) {
        return own.plant().isListed(JAN_FEB_2022) && isFalling(own, JAN_FEB_2022);
    }

    private static boolean isFalling(Books own, int slot) {
        Entry output = own.entry(FormItem.GROSS_OUTPUT, slot);
        return output.month() < output.monthBase();
    }

    private static boolean isFallingThisYear(Books own) {
        Entry output = own.entry(FormItem.GROSS_OUTPUT, Slots.MARCH_2022);
        return output.yearToDate() < output.yearToDateBase();
    }

    /** A case being made up. */
    private final class Draft {
        private final long enterprise;
        private final int number;
        private final boolean early;
        private final boolean autumn;
        private final SplittableRandom random;
        private final MemberUnit lead;
        private final List<Table.Row> chosen = new ArrayList<>();
        private final List<PastCase.Step> steps = new ArrayList<>();
        private LocalDate day;
        private int ofDay;

        Draft(Books own, long enterprise, int number, boolean early, boolean autumn) {
            this.enterprise = enterprise;
            this.number = number;
            this.early = early;
            this.autumn = autumn;
            this.random = new SplittableRandom(
                    Province.DEFAULT_SEED * (autumn ? 37 : 31) + own.plant().index());
            this.lead = lead(own.plant().county());
            this.day =
                    autumn ? LocalDate.of(2021, 10, 20) : early ? LocalDate.of(2022, 3, 21) : LocalDate.of(2022, 4, 20);
            Table.Row first = texts.get(random.nextInt(texts.size()));
            chosen.add(first);
            texts.stream()
                    .filter(row -> row.text("cause").equals(first.text("cause")) && !row.equals(first))
                    .findFirst()
                    .ifPresent(chosen::add);
            Table.Row other = texts.get(random.nextInt(texts.size()));
            if (!chosen.contains(other)) chosen.add(other);
        }

        /** The county's unit, else the city's for two of three, else the province's. */
        private MemberUnit lead(String county) {
            String city = county.substring(0, 4) + "00";
            String wanted = random.nextInt(3) == 0 ? "" : city;
            return units.values().stream()
                    .filter(unit -> unit.region().equals(county))
                    .findFirst()
                    .or(() -> units.values().stream()
                            .filter(unit -> unit.region().equals(wanted))
                            .findFirst())
                    .orElseGet(() -> unit("SGX"));
        }

        PastCase until(String state) {
            Signature opened = new Signature("dispatcher", "省工业专班（示例）", "黑龙江省", at(day + "T09:30"));
            if (state.equals("OPENED")) return past(opened, opened, List.of());
            next();
            Signature planned = officer(lead);
            List<MeasureForm> measures = chosen.stream().map(this::measure).toList();
            take(Verb.PROPOSE, "原因已核实，措施与责任单位协商一致。", officer(lead));
            if (!state.equals("PROPOSED")) decided(state, measures);
            return past(opened, planned, measures);
        }

        private void decided(String state, List<MeasureForm> measures) {
            if (state.equals("SENT_BACK")) {
                take(Verb.SEND_BACK, "措施不够具体，请明确完成时限和量化目标。", governor());
                return;
            }
            take(Verb.AGREE, number % 3 == 0 ? "同意，请抓紧落实，每周报告进展。" : "同意。", governor());
            if (number % 2 == 0) {
                next();
                steps.add(new PastCase.Step.Share(0, "", officer(lead)));
            }
            if (state.equals("AGREED")) return;
            take(Verb.BEGIN, "", officer(lead));
            boolean finished = !state.equals("UNDER_WAY") && !state.equals("CHANGING");
            for (int i = 0; i < measures.size(); i++) {
                MemberUnit owner = unit(measures.get(i).ownerUnit());
                progress(i, 20 + 10 * random.nextInt(3), "已与企业对接，正在办理。", owner);
                boolean done = finished || random.nextInt(3) == 0;
                if (done) progress(i, 100, evidence(chosen.get(i)), owner);
                else if (random.nextInt(2) == 0) progress(i, 60 + 10 * random.nextInt(3), "主要手续已办结，等待企业恢复排产。", owner);
            }
            if (state.equals("CHANGING")) take(Verb.CHANGE, "企业情况变化，原措施不足，需增加保供措施。", officer(lead));
            if (!finished) return;
            take(Verb.REPORT, "各项措施已完成，企业产能恢复。", officer(lead));
            if (state.equals("REPORTED")) return;
            take(Verb.CHECK, "已电话回访并现场核查，措施落实，情况属实。", dispatcher());
            if (state.equals("CHECKED")) return;
            take(Verb.SIGN_OFF, "", governor());
            if (state.equals("REOPENED")) take(Verb.REOPEN, "三月产值再次低于上年同期，重新调度。", dispatcher());
        }

        /** What showed that it was done, half a year earlier for the autumn campaign. */
        private String evidence(Table.Row text) {
            String spring = text.text("evidence");
            return autumn ? spring.replace("四月", "十一月").replace("五月", "十二月") : spring;
        }

        private void progress(int measure, int progressPct, String words, MemberUnit owner) {
            next();
            steps.add(new PastCase.Step.Progress(measure, progressPct, words, officer(owner)));
        }

        private void take(Verb verb, String words, Signature by) {
            next();
            steps.add(new PastCase.Step.Of(verb, words, new Signature(by.name(), by.displayName(), by.unit(), now())));
        }

        /** The next step comes later: the next working day or two for an early case, else within the day. */
        private void next() {
            LocalDate last = LocalDate.of(2022, 4, 24);
            LocalDate later = early ? day.plusDays(1 + random.nextInt(2)) : day.plusDays(random.nextInt(2));
            while (later.getDayOfWeek().getValue() > 5 && later.isBefore(last)) later = later.plusDays(1);
            if (later.isAfter(last)) later = last;
            ofDay = later.equals(day) ? ofDay + 1 : 0;
            day = later;
        }

        private Instant now() {
            return day.atTime(10, 0)
                    .plusMinutes(25L * ofDay + random.nextInt(20))
                    .atZone(CHINA)
                    .toInstant();
        }

        private MeasureForm measure(Table.Row text) {
            String owner = text.text("owner");
            List<String> helpers = random.nextInt(3) == 0 ? List.of(OFFICERS_UNIT) : List.of(lead.code());
            LocalDate due = autumn
                    ? LocalDate.of(2021, 11, 15).plusDays(7L * random.nextInt(5))
                    : LocalDate.of(2022, 4, 15).plusDays(7L * random.nextInt(9));
            return new MeasureForm(
                    text.text("measure"),
                    owner,
                    helpers,
                    due.toString(),
                    text.text("expected"),
                    MeasureKind.named(text.text("kind")));
        }

        private PastCase past(Signature opened, Signature planned, List<MeasureForm> measures) {
            var causes = EnumSet.noneOf(Cause.class);
            if (!measures.isEmpty()) chosen.forEach(row -> causes.add(Cause.valueOf(row.text("cause"))));
            String words = measures.isEmpty() ? "" : chosen.getFirst().text("words");
            return new PastCase(enterprise, lead.code(), opened, planned, causes, words, measures, steps);
        }

        private Signature officer(MemberUnit unit) {
            String name = unit.code().equals(OFFICERS_UNIT)
                    ? "officer"
                    : "officer-" + unit.code().toLowerCase(java.util.Locale.ROOT);
            return new Signature(name, unit.name() + "经办（示例）", unit.name(), now());
        }

        private Signature governor() {
            return new Signature("governor", "省领导（示例）", "黑龙江省", now());
        }

        private Signature dispatcher() {
            return new Signature("dispatcher", "省工业专班（示例）", "黑龙江省", now());
        }
    }

    private MemberUnit unit(String code) {
        MemberUnit unit = units.get(code);
        if (unit == null)
            throw new IllegalStateException(
                    "dispatch.csv names the unit " + code + ", which is not in member-units.csv");
        return unit;
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}
