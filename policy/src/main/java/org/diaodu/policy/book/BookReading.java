package org.diaodu.policy.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;

/**
 * A folder of clauses as far as it could be read.
 *
 * @param faults all that is wrong in it, not only the first, each with its place
 */
public record BookReading(PolicyBook book, List<PolicyFault> faults) {

    private static final String PARAMETERS = "parameters";

    public BookReading {
        faults = List.copyOf(faults);
    }

    /** Reads a book. Throws {@code policy.folder} where there is no clause, {@code policy.file} where nothing can be read. */
    public static BookReading of(Path folder) {
        FaultList faults = new FaultList(String.valueOf(folder.getFileName()), new ArrayList<>());
        List<PolicyClause> clauses = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Path clause : folders(folder)) {
            if (clause.endsWith(PARAMETERS)) {
                continue;
            }
            String id = String.valueOf(clause.getFileName());
            known.add(id);
            List<Path> versions = folders(clause);
            if (versions.isEmpty()) {
                faults.in(id + "/")
                        .add(
                                "policy.folder",
                                0,
                                "这里没有版本。建议：条款放在 <条款>/<生效日期>/ 下。",
                                "there is no version here. Maybe put it into <clause>/<valid-from>/.");
            }
            for (Path version : versions) {
                PolicyClause read = ClauseFolder.read(id, version, faults);
                if (read != null) {
                    clauses.add(read);
                }
            }
        }
        if (known.isEmpty()) {
            throw new PolicyFault(
                    "policy.folder",
                    Place.of(folder.toString()),
                    "这里没有条款。建议：指向条款册的文件夹，条款放在 <条款>/<生效日期>/ 下。",
                    "there are no clauses here. Maybe name the folder of a book: a clause stands in <clause>/<valid-from>/.");
        }
        Stacking stacking = stacking(folder.resolve(StackingFile.NAME), faults.in(StackingFile.NAME));
        Map<String, Parameter> parameters = parameters(folder.resolve(PARAMETERS), faults);
        return checked(clauses, known, stacking, parameters, faults);
    }

    /** A book of clauses that were read one by one, with what is wrong between them. */
    public static BookReading of(List<PolicyClause> clauses, Stacking stacking, Map<String, Parameter> parameters) {
        Set<String> known = new TreeSet<>();
        clauses.forEach(clause -> known.add(clause.id()));
        FaultList faults = new FaultList("", new ArrayList<>());
        return checked(new ArrayList<>(clauses), known, stacking, parameters, faults);
    }

    private static BookReading checked(
            List<PolicyClause> clauses,
            Set<String> known,
            Stacking stacking,
            Map<String, Parameter> parameters,
            FaultList faults) {
        clauses.sort(Comparator.comparing(PolicyClause::id)
                .thenComparing(clause -> clause.text().validFrom()));
        overlaps(clauses, faults);
        new BookCheck(clauses, known, stacking, parameters, faults).all();
        return new BookReading(new PolicyBook(clauses, stacking, parameters), faults.all());
    }

    private static void overlaps(List<PolicyClause> clauses, FaultList faults) {
        Map<String, List<PolicyClause>> byId = new TreeMap<>();
        clauses.forEach(clause ->
                byId.computeIfAbsent(clause.id(), id -> new ArrayList<>()).add(clause));
        byId.values().forEach(versions -> {
            try {
                RuleBook.of(versions.stream().map(PolicyClause::version).toList());
            } catch (RuleFault fault) {
                faults.all().add(PolicyFault.of(fault));
            }
        });
    }

    static Stacking stackingOf(Path folder, List<PolicyFault> faults) {
        return stacking(folder.resolve(StackingFile.NAME), new FaultList(StackingFile.NAME, faults));
    }

    static Map<String, Parameter> parametersOf(Path folder, List<PolicyFault> faults) {
        return parameters(folder.resolve(PARAMETERS), new FaultList(PARAMETERS, faults));
    }

    private static Stacking stacking(Path file, FaultList faults) {
        return Files.exists(file) ? StackingFile.read(text(file), faults) : Stacking.none();
    }

    private static Map<String, Parameter> parameters(Path folder, FaultList faults) {
        Map<String, Parameter> parameters = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : entries(folder)) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".csv")) {
                    String id = name.substring(0, name.length() - ".csv".length());
                    Parameter read = Parameter.read(id, text(file), faults.in(PARAMETERS + "/" + name));
                    if (read != null) {
                        parameters.put(id, read);
                    }
                }
            }
        }
        return parameters;
    }

    private static List<Path> folders(Path parent) {
        return entries(parent).stream()
                .filter(Files::isDirectory)
                .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                .toList();
    }

    private static List<Path> entries(Path parent) {
        try (var entries = Files.list(parent)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw unreadable(parent);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static PolicyFault unreadable(Path path) {
        return new PolicyFault(
                "policy.file",
                Place.of(path.toString()),
                "读不到。建议：核对路径、权限和编码（UTF-8）。",
                "it cannot be read. Maybe check the path, its permissions and its encoding (UTF-8).");
    }
}
