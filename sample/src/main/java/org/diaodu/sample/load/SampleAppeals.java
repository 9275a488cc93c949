package org.diaodu.sample.load;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.diaodu.sample.Books;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.sample.Table;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.AppealEntry;
import org.diaodu.server.appeals.AppealForm;
import org.diaodu.server.appeals.AppealLoading;
import org.diaodu.server.appeals.PastAppeal;
import org.diaodu.server.appeals.Signed;
import org.diaodu.server.appeals.Subject;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.standards.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Two hundred and eighty-five appeals of key enterprises in every state an appeal can be in on the business date, with what was
 * asked, answered and come of it. The same seed gives the same appeals.
 */
@Component
class SampleAppeals {

    private static final WorkingDays DAYS = WorkingDays.bundled();
    /** Characters of a line of a letter. */
    private static final int WIDE = 32;

    private static final LocalDate LAST = LocalDate.of(2022, 4, 24);

    /** How many appeals are how far. */
    private static final List<Stage> STAGES = List.of(
            new Stage("closed", 152),
            new Stage("reopened", 14),
            new Stage("resolved", 28),
            new Stage("taken", 42),
            new Stage("extended", 8),
            new Stage("extension", 5),
            new Stage("asked", 14),
            new Stage("raised", 10),
            new Stage("disputed", 4),
            new Stage("withdrawn", 8));

    /** Two that a unit disputes alike: about the same in the same county, so that the routing has something to learn. */
    private static final int DISPUTED = 3;

    private static final int DISPUTED_AGAIN = 22;

    private record Stage(String name, int appeals) {}

    private final AppealLoading appeals;
    private final List<Table.Row> texts = Table.read("appeals.csv").rows();
    private final Map<String, MemberUnit> units =
            SampleDispatch.memberUnits().stream().collect(Collectors.toMap(MemberUnit::code, unit -> unit));

    SampleAppeals(AppealLoading appeals) {
        this.appeals = appeals;
    }

    /**
     * Loads the appeals and gives how many there are; the clerks' enterprises have some in each of the main states.
     *
     * @param leading who looks after an enterprise and signs in; of their enterprises' appeals every other one was passed on by them
     */
    int load(List<Books> books, List<Books> clerks, Map<String, Long> ids, Map<Long, SamplePairing.Leading> leading) {
        List<Books> keys = books.stream()
                .filter(own -> own.plant().key() && own.plant().isListed(Slots.MARCH_2022))
                .sorted(Comparator.comparingInt((Books own) -> new SplittableRandom(
                                        Province.DEFAULT_SEED + 7L * own.plant().index())
                                .nextInt())
                        .thenComparingInt(own -> own.plant().index()))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        for (Stage stage : STAGES) {
            for (int i = 0; i < stage.appeals(); i++) {
                Books own = i < clerks.size() && !stage.name().equals("withdrawn")
                        ? clerks.get(i)
                        : keys.get(drafts.size() % keys.size());
                if (drafts.size() == DISPUTED_AGAIN) own = neighbour(keys, drafts.get(DISPUTED).own);
                long id = ids.getOrDefault(own.plant().creditCode(), 0L);
                SamplePairing.Leading leader = drafts.size() % 2 == 0 ? leading.get(id) : null;
                drafts.add(new Draft(own, id, drafts.size(), stage.name(), clerk(own, clerks), leader));
            }
        }
        List<PastAppeal> past = drafts.stream()
                .map(Draft::past)
                .sorted(Comparator.comparing(one -> one.raised().at()))
                .toList();
        appeals.load(past, SampleLoading.BUSINESS_DATE.atTime(8, 0));
        return past.size();
    }

    /** One of the same county that has raised nothing else, the last there is. */
    private static Books neighbour(List<Books> keys, Books own) {
        return keys.reversed().stream()
                .filter(other -> other.plant().county().equals(own.plant().county()))
                .findFirst()
                .orElse(own);
    }

    private static String clerk(Books own, List<Books> clerks) {
        return switch (clerks.indexOf(own)) {
            case 0 -> "clerk-acheng";
            case 1 -> "clerk-mohe";
            default -> "clerk-" + own.plant().creditCode().substring(2, 8);
        };
    }

    /** An appeal being made up. */
    private final class Draft {
        private final Books own;
        private final long enterprise;
        private final int number;
        private final String stage;
        private final String clerk;
        private final SamplePairing.@Nullable Leading leader;
        private final SplittableRandom random;
        private final Table.Row text;
        private final Subject subject;
        private final List<PastAppeal.Row> rows = new ArrayList<>();
        private MemberUnit unit;
        private Unit.Level level;
        private LocalDateTime now;

        Draft(
                Books own,
                long enterprise,
                int number,
                String stage,
                String clerk,
                SamplePairing.@Nullable Leading leader) {
            this.own = own;
            this.enterprise = enterprise;
            this.number = number;
            this.stage = stage;
            this.clerk = clerk;
            this.leader = leader;
            this.random = new SplittableRandom(Province.DEFAULT_SEED * 17 + number);
            this.text = texts.get((number == DISPUTED_AGAIN ? DISPUTED : number) * 7 % texts.size());
            this.subject = Subject.valueOf(text.text("subject"));
            this.now = raisedOn().atTime(9, 0).plusMinutes(random.nextInt(8 * 60));
            this.unit = appeals.unitFor(subject, Unit.Level.COUNTY, own.plant().county(), now.toLocalDate());
            this.level = unit.level();
        }

        private boolean urgent() {
            return text.text("urgency").equals("URGENT");
        }

        /** So long ago that what has to have happened since fits in before the business date. */
        private LocalDate raisedOn() {
            int ago = switch (stage) {
                case "closed" -> 24 + random.nextInt(42);
                case "reopened" -> 44 + random.nextInt(20);
                case "resolved" -> 11 + random.nextInt(9);
                case "extended" -> 18 + random.nextInt(8);
                case "extension" -> 11 + random.nextInt(2);
                case "taken" -> 2 + random.nextInt(urgent() ? 5 : 17);
                case "asked" -> 4 + random.nextInt(8);
                case "raised" -> number % 3 == 0 ? 2 + random.nextInt(4) : random.nextInt(2);
                case "withdrawn" -> 8 + random.nextInt(30);
                default -> number % 2;
            };
            return DAYS.plus(LAST, -ago);
        }

        PastAppeal past() {
            SamplePairing.Leading by = leader;
            Signed raised = by == null ? enterprise() : new Signed(by.signIn(), by.name(), by.unit(), now);
            String said = by == null ? text.text("words") : "走访时企业反映：" + text.text("words");
            LocalDate day = now.toLocalDate();
            switch (stage) {
                case "raised" -> {}
                case "disputed" -> {
                    later(0);
                    row(Step.DISPUTED, "经核实，主要问题不在我单位职责内，建议由主管部门承办。", proposed(), officer());
                }
                case "withdrawn" -> withdrawn();
                default -> worked(day);
            }
            var form = new AppealForm(subject.name(), text.text("urgency"), said, name(), phone(), "sample-" + number);
            return new PastAppeal(enterprise, form, raised, by == null ? "" : by.titled(), shown(), rows);
        }

        /** Who passes an appeal on shows a photo; of the others one in nine does, or a letter. */
        private List<PastAppeal.File> shown() {
            boolean photo = leader != null || number % 9 == 4;
            if (photo) return List.of(photo("现场照片.png"));
            if (number % 9 != 1) return List.of();
            return List.of(letter("情况说明", text.text("words"), own.plant().name()));
        }

        private PastAppeal.File photo(String name) {
            return new PastAppeal.File(
                    name,
                    switch (subject) {
                        case POWER, FUEL -> () -> SamplePapers.switchboard(number);
                        case ROAD, RAIL, EPIDEMIC, EXPORT -> () -> SamplePapers.yard(number);
                        default -> () -> SamplePapers.shelves(number);
                    });
        }

        private PastAppeal.File letter(String title, String words, String from) {
            List<String> lines = new ArrayList<>(List.of(title + "（示例）", ""));
            for (int i = 0; i < words.length(); i += WIDE) {
                lines.add(words.substring(i, Math.min(words.length(), i + WIDE)));
            }
            lines.addAll(List.of("", from, now.toLocalDate().toString()));
            return new PastAppeal.File(title + ".pdf", () -> SamplePapers.pdf(lines));
        }

        private void withdrawn() {
            if (number % 2 == 0) {
                later(1);
                row(Step.TAKEN, "", officer());
            }
            later(1);
            row(Step.WITHDRAWN, "问题已自行解决，不再需要办理。", enterprise());
        }

        private void worked(LocalDate raised) {
            if (number % 19 == 3 && !stage.equals("extension") && !stage.equals("taken") && !stage.equals("asked"))
                rerouted();
            later(number % 11 == 4 ? 2 : 1);
            row(Step.TAKEN, number % 3 == 0 ? "已与企业联系，情况属实。" : "", officer());
            if (stage.equals("asked")) {
                if (random.nextInt(2) == 0) reply();
                later(1);
                row(Step.ASKED, text.text("question"), officer());
                return;
            }
            boolean fresh = stage.equals("taken") && now.toLocalDate().isAfter(DAYS.plus(LAST, -3)) && number % 2 == 0;
            if (fresh) return;
            if (number % 4 == 1) questioned();
            reply();
            if (number % 9 == 2 && !unit.region().equals("230000")) helped();
            switch (stage) {
                case "taken" -> {}
                case "extension" -> extension(raised, false);
                case "extended" -> extension(raised, true);
                default -> finished(raised);
            }
        }

        private void rerouted() {
            MemberUnit wrong = unit;
            later(0);
            MemberUnit right = units.getOrDefault(proposed(), unit);
            row(Step.DISPUTED, "不属于我单位职责，建议改由" + right.name() + "承办。", right.code(), officer());
            unit = right;
            later(0);
            row(Step.REROUTED, "请" + right.name() + "承办，" + wrong.name() + "配合。", right.code(), dispatcher());
        }

        /** The province's industry department, or its reform commission where that is the one that disputes. */
        private String proposed() {
            return unit.code().equals("SGX") ? "SFG" : "SGX";
        }

        private void questioned() {
            later(0);
            row(Step.ASKED, text.text("question"), officer());
            later(1 + random.nextInt(2));
            List<PastAppeal.File> sheet = number % 3 == 2
                    ? List.of(letter("补充材料", text.text("answer"), own.plant().name()))
                    : List.of();
            rows.add(
                    new PastAppeal.Row(Step.ANSWERED.name(), text.text("answer"), "", "", sheet, signed(enterprise())));
        }

        private void reply() {
            later(urgent() ? 0 : number % 13 == 6 ? 4 : 1);
            row(Step.REPLIED, text.text("reply"), officer());
        }

        private void helped() {
            later(0);
            rows.add(new PastAppeal.Row(AppealEntry.HELPERS, "请协助核实并提出意见。", "SGX", "", signed(officer())));
            later(1);
            rows.add(new PastAppeal.Row(AppealEntry.NOTE, "已核实，同意承办单位意见，必要时由我单位协调。", "", "", officerOf("SGX")));
        }

        private void extension(LocalDate raised, boolean approved) {
            LocalDate asked = DAYS.plus(raised, urgent() ? 3 : 9);
            at(asked.isAfter(now.toLocalDate()) ? asked : now.toLocalDate());
            row(Step.EXTENSION_ASKED, "需多部门会商并现场核实，十五个工作日内难以办结，申请延期。", officer());
            if (!approved) return;
            later(1);
            row(Step.EXTENSION_APPROVED, "同意延期，请每周向企业通报进展。", dispatcher());
        }

        private void finished(LocalDate raised) {
            LocalDate wanted = DAYS.plus(raised, urgent() ? 4 : 6 + random.nextInt(8) + (number % 12 == 5 ? 6 : 0));
            LocalDate latest = stage.equals("resolved") ? LAST : DAYS.plus(LAST, -4);
            LocalDate day = wanted.isAfter(latest) ? latest : wanted;
            at(day.isAfter(now.toLocalDate()) ? day : now.toLocalDate());
            if (stage.equals("reopened")) {
                row(Step.RESOLVED, "已与相关单位沟通，按现行规定办理。", officer());
                later(1);
                row(Step.REOPENED, "只是答复了政策，问题没有解决，希望上一级协调。", enterprise());
                level = level == Unit.Level.COUNTY ? Unit.Level.PREFECTURE : Unit.Level.PROVINCE;
                unit = appeals.unitFor(subject, level, own.plant().county(), now.toLocalDate());
                later(1);
                row(Step.TAKEN, "", officer());
                later(1);
                row(Step.REPLIED, "已由本级牵头重办，本周内到企业现场。", officer());
                later(2 + random.nextInt(5));
            }
            String advice = number % 2 == 0 ? text.text("advice") : "";
            List<PastAppeal.File> result = number % 13 == 2
                    ? List.of(letter(
                            "办理结果",
                            text.text("result"),
                            units.getOrDefault(unit.code(), unit).name()))
                    : List.of();
            rows.add(new PastAppeal.Row(
                    Step.RESOLVED.name(), text.text("result"), "", advice, result, signed(officer())));
            if (stage.equals("resolved") && number % 3 > 0) return;
            later(1);
            rows.add(new PastAppeal.Row(AppealEntry.RATED, "", "", "", signed(enterprise())));
            if (stage.equals("resolved")) return;
            later(1 + random.nextInt(2));
            row(Step.CLOSED, "电话回访，企业表示满意。", officer());
        }

        private void row(Step step, String words, Signed by) {
            row(step, words, "", by);
        }

        private void row(Step step, String words, String to, Signed by) {
            rows.add(new PastAppeal.Row(step.name(), words, to, "", signed(by)));
        }

        /** So many working days later, or within the same day; never past the last day before the business date. */
        private void later(int days) {
            LocalDate day = days == 0 ? now.toLocalDate() : DAYS.plus(now.toLocalDate(), days);
            at(day);
        }

        private void at(LocalDate day) {
            LocalDate until = day.isAfter(LAST) ? LAST : day;
            LocalDateTime wanted = until.isAfter(now.toLocalDate())
                    ? until.atTime(9, 0).plusMinutes(random.nextInt(60))
                    : now.plusMinutes(4 + random.nextInt(16));
            now = wanted;
        }

        private Signed signed(Signed by) {
            return new Signed(by.name(), by.displayName(), by.unit(), now);
        }

        private Signed officer() {
            return officerOf(unit.code());
        }

        private Signed officerOf(String code) {
            MemberUnit of = units.getOrDefault(code, unit);
            String name =
                    code.equals(SampleDispatch.OFFICERS_UNIT) ? "officer" : "officer-" + code.toLowerCase(Locale.ROOT);
            return new Signed(name, of.name() + "经办（示例）", of.name(), now);
        }

        private Signed enterprise() {
            return new Signed(clerk, "企业填报员（示例）", own.plant().name(), now);
        }

        private Signed dispatcher() {
            return new Signed("dispatcher", "省工业专班（示例）", "黑龙江省", now);
        }

        private String name() {
            List<String> families = List.of("王", "李", "张", "刘", "赵", "孙", "杨", "于", "高", "宋");
            return families.get(number % families.size()) + "经理（示例）";
        }

        /** Numbers that are not given out. */
        private String phone() {
            return "1000000%04d".formatted(number);
        }
    }
}
