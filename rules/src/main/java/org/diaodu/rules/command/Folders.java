package org.diaodu.rules.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;

/** The versions in a folder, be it one version's, a rule's or a book's, and what of them could not be read. */
record Folders(List<RuleVersion> versions, List<RuleFault> faults) {

    private static final int DEEPEST = 3;

    /** Throws {@code rules.folder} where there is no version at all, {@code rules.file} where nothing can be read. */
    static Folders under(Path folder) {
        List<RuleVersion> versions = new ArrayList<>();
        List<RuleFault> faults = new ArrayList<>();
        for (Path version : withModel(folder)) {
            try {
                versions.add(RuleVersion.read(version));
            } catch (RuleFault fault) {
                faults.add(fault);
            }
        }
        if (versions.isEmpty() && faults.isEmpty()) {
            throw new RuleFault(
                    "rules.folder",
                    Place.of(folder.toString()),
                    "这里没有规则。建议：指向规则册、规则或版本的文件夹，版本的文件夹里有 model.dmn。",
                    "there are no rules here. Maybe name the folder of a book, a rule or a version; a version's folder"
                            + " holds model.dmn.");
        }
        try {
            RuleBook.of(versions);
        } catch (RuleFault fault) {
            faults.add(fault);
        }
        return new Folders(List.copyOf(versions), List.copyOf(faults));
    }

    private static List<Path> withModel(Path folder) {
        try (var files = Files.walk(folder, DEEPEST)) {
            return files.filter(file -> file.endsWith("model.dmn"))
                    .map(file -> file.toAbsolutePath().getParent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RuleFault(
                    "rules.file",
                    Place.of(folder.toString()),
                    "无法读取。建议：核对路径和权限。",
                    "it cannot be read. Maybe check the path and its permissions.",
                    e);
        }
    }
}
