package org.diaodu.growth.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.GrowthChange;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Suppression;
import org.diaodu.growth.Trees;
import org.diaodu.growth.WhatIf;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Nearest;
import org.diaodu.sheets.Place;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** One run on return files: read, judge, compute. */
record ReturnsRun(
        List<Path> files,
        @Nullable Path parameterFile,
        @Nullable Period asked,
        @Nullable Period against,
        @Nullable Path whatIfFile,
        String by,
        boolean suppress,
        boolean skipBad,
        Clock clock) {

    Outcome outcome(Consumer<List<Fault>> say) throws Stop, IOException {
        List<Dimension> dimensions = dimensions();
        if (suppress && (against != null || whatIfFile != null)) {
            throw new Stop(
                    "--suppress 不能与 --what-if 或 --against 同用：差额会泄露被保密的单元。请去掉其一。",
                    "--suppress cannot go with --what-if or --against: the differences would tell what is withheld."
                            + " Maybe leave one of them out.");
        }
        ReturnFiles returns = ReturnFiles.read(files, YearMonth.now(clock));
        var faults = new ArrayList<>(returns.faults());
        Parameters parameters = parameterFile == null ? Parameters.NONE : SideFiles.parameters(parameterFile, faults);
        boolean faultyParameters = hasErrors(faults.subList(returns.faults().size(), faults.size()));
        if (returns.isUnreadable() || faultyParameters || (returns.hasErrors() && !skipBad)) {
            throw new Stop(
                    "输入有错误，未做计算。" + (returns.isUnreadable() || faultyParameters ? "" : "加 --skip-bad 可跳过有错误的行。"),
                    "the input has errors, nothing was computed."
                            + (returns.isUnreadable() || faultyParameters
                                    ? ""
                                    : " Maybe leave the rows with errors out by --skip-bad."),
                    faults);
        }
        checkColumns(dimensions, returns.columns(), faults);
        Period period = period(returns, faults);
        Observations observations = rows(returns, period, faults);
        List<WhatIf.Replacement> replacements = replacements(observations, faults);
        warnOfDefaults(parameters, period, faults);
        say.accept(faults);
        return compute(observations, parameters, dimensions, returns, replacements);
    }

    private Outcome compute(
            Observations observations,
            Parameters parameters,
            List<Dimension> dimensions,
            ReturnFiles returns,
            @Nullable List<WhatIf.Replacement> replacements)
            throws Stop {
        Trees trees = Trees.standard();
        GrowthAccount account = GrowthAccount.of(observations, parameters, dimensions, trees);
        GrowthChange change = null;
        if (against != null) {
            Observations before = rows(returns, against, List.of());
            change = GrowthChange.between(GrowthAccount.of(before, parameters, dimensions, trees), account);
        }
        WhatIf whatIf = null;
        if (replacements != null) {
            try {
                whatIf = WhatIf.replace(observations, replacements, parameters, dimensions, trees);
            } catch (IllegalArgumentException contradiction) {
                throw new Stop("--what-if：" + contradiction.getMessage(), "--what-if: " + contradiction.getMessage());
            }
        }
        return new Outcome(suppress ? Suppression.of(account) : account, change, whatIf);
    }

    private List<Dimension> dimensions() throws Stop {
        var dimensions = new ArrayList<Dimension>();
        List<String> known = Dimension.ALL.stream().map(Dimension::name).toList();
        for (String part : by.split(",")) {
            Dimension dimension;
            try {
                dimension = Dimension.parse(part);
            } catch (IllegalArgumentException e) {
                throw new Stop("--by " + part + "：" + e.getMessage(), "--by " + part + ": " + e.getMessage());
            }
            for (Dimension.Axis axis : dimension.axes()) {
                if (known.contains(axis.name())) checkLevel(axis);
                else throw unknownDimension(axis.name(), known);
            }
            dimensions.add(dimension);
        }
        return dimensions;
    }

    private static Stop unknownDimension(String name, List<String> known) {
        String nearest = Nearest.to(name, known);
        return new Stop(
                "--by：没有分组“" + name + "”。"
                        + (nearest == null ? "可用：" + String.join("、", known) : "是否应为 " + nearest + "？"),
                "--by: there is no dimension \"" + name + "\". Maybe "
                        + (nearest == null ? "one of " + String.join(", ", known) : nearest) + ".");
    }

    private static void checkLevel(Dimension.Axis axis) throws Stop {
        List<String> levels = Trees.standard().tree(axis.name()).levels();
        if (axis.level() == null || levels.contains(axis.level())) return;
        throw new Stop(
                "--by " + axis + "：没有层级“" + axis.level() + "”，可用：" + String.join("、", levels) + "。",
                "--by " + axis + ": there is no level \"" + axis.level() + "\". Maybe one of "
                        + String.join(", ", levels) + ".");
    }

    private static void checkColumns(List<Dimension> dimensions, Set<ReturnColumn> columns, List<Fault> faults)
            throws Stop {
        Set<String> there = columns.stream().map(ReturnColumn::heading).collect(Collectors.toSet());
        for (Dimension dimension : dimensions) {
            for (Dimension.Axis axis : dimension.axes()) {
                if (there.contains(axis.name())) continue;
                throw new Stop(
                        "--by " + axis.name() + "：文件中没有这一列。请补上该列，或换一个分组。",
                        "--by " + axis.name() + ": the files have no such column. Maybe add it, or take another"
                                + " dimension.",
                        faults);
            }
        }
    }

    private Period period(ReturnFiles returns, List<Fault> faults) throws Stop {
        if (asked != null) return asked;
        Set<Period> there = returns.byPeriod().keySet();
        if (there.size() == 1) return there.iterator().next();
        throw new Stop(
                there.isEmpty() ? "文件中没有可用的行。" : "文件中有多个时期：" + list(there) + "。请用 --period 指定一个。",
                there.isEmpty()
                        ? "the files hold no sound row."
                        : "the files hold several periods: " + list(there) + ". Maybe choose one with --period.",
                faults);
    }

    private static Observations rows(ReturnFiles returns, Period period, List<Fault> faults) throws Stop {
        Observations observations = returns.byPeriod().get(period);
        if (observations != null) return observations;
        Set<Period> there = returns.byPeriod().keySet();
        throw new Stop(
                "文件中没有时期 " + period + " 的行" + (there.isEmpty() ? "。" : "，现有 " + list(there) + "。"),
                "the files hold no row of " + period + "."
                        + (there.isEmpty() ? "" : " Maybe one of " + list(there) + " is meant."),
                faults);
    }

    private static String list(Set<Period> periods) {
        return periods.stream().map(Period::iso).sorted().collect(Collectors.joining(", "));
    }

    private @Nullable List<WhatIf.Replacement> replacements(Observations observations, List<Fault> faults)
            throws Stop, IOException {
        if (whatIfFile == null) return null;
        var known = new HashSet<String>();
        for (int row = 0; row < observations.size(); row++) known.add(observations.creditCode(row));
        int before = faults.size();
        List<WhatIf.Replacement> replacements = SideFiles.replacements(whatIfFile, known, faults);
        if (!hasErrors(faults.subList(before, faults.size()))) return replacements;
        throw new Stop("--what-if 文件有错误，未做计算。", "the --what-if file has errors, nothing was computed.", faults);
    }

    private void warnOfDefaults(Parameters parameters, Period period, List<Fault> faults) {
        if (parameterFile == null || parameters.covers(period)) return;
        faults.add(new Fault(
                "growth.parameters-other-period",
                Severity.WARNING,
                new Place(String.valueOf(parameterFile.getFileName()), null, 0, 0, "period"),
                period.iso(),
                new Wording(
                        "没有该时期的参数，按增加值率 1、价格指数 100 计算",
                        "no parameters of this period: the rate is taken as 1, the price index as 100"),
                new Wording("补上该时期的参数", "the file is of another period")));
    }

    private static boolean hasErrors(List<Fault> faults) {
        return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }
}
