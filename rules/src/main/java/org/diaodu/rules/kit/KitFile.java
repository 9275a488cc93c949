package org.diaodu.rules.kit;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.rules.kit.KitCase.Expected;
import org.diaodu.rules.kit.KitReader.WrittenCase;
import org.diaodu.rules.kit.KitReader.WrittenFile;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;

/** One test file of the kit, {@code compliance-level-N/FOLDER/NAME-test-NN.xml}, and the model beside it. */
public final class KitFile {

    private static final Pattern TESTS = Pattern.compile(".*-test-\\d+\\.xml");
    private static final Pattern LEVEL = Pattern.compile("(?i)compliance[- ]level[- ](\\d+)");

    private final Path path;
    private final WrittenFile written;

    private KitFile(Path path) throws IOException {
        this.path = path.toAbsolutePath();
        this.written = KitReader.read(path.getFileName().toString(), Files.readAllBytes(path));
    }

    /**
     * The test files anywhere under {@code root}, by path.
     *
     * @param folders a glob that the name of a test file's folder must match, such as {@code 00*}
     * @throws RuleFault {@code rules.xml}, {@code rules.xml-entities}, {@code rules.not-kit} for a file that cannot be
     *     read, {@code rules.file} for a folder that cannot be read or has no test file
     */
    public static List<KitFile> under(Path root, String folders) {
        if (!Files.isDirectory(root)) {
            throw new RuleFault(
                    "rules.file",
                    Place.of(root.toString()),
                    "没有这个文件夹。建议：核对路径。",
                    "there is no such folder. Maybe check the path.");
        }
        var wanted = FileSystems.getDefault().getPathMatcher("glob:" + folders);
        try (var paths = Files.walk(root)) {
            List<Path> tests = paths.filter(
                            path -> TESTS.matcher(path.toString()).matches())
                    .filter(path -> wanted.matches(Path.of(folderOf(path))))
                    .sorted()
                    .toList();
            if (tests.isEmpty()) {
                throw new RuleFault(
                        "rules.file",
                        Place.of(root.toString()),
                        "没有名为 *-test-NN.xml 的测试文件。建议：给出 DMN TCK 的 TestCases 文件夹，核对 --folder。",
                        "there is no test file named *-test-NN.xml. Maybe give the TestCases folder of the DMN TCK, and"
                                + " check --folder.");
            }
            List<KitFile> files = new ArrayList<>();
            for (Path test : tests) {
                files.add(new KitFile(test));
            }
            return files;
        } catch (IOException e) {
            throw new RuleFault(
                    "rules.file",
                    Place.of(root.toString()),
                    "文件夹无法读取：" + e.getMessage() + "。建议：核对路径和权限。",
                    "the folder cannot be read: " + e.getMessage() + ". Maybe check the path and its permissions.",
                    e);
        }
    }

    /** The compliance level that the folders above or the file's labels name; 0 where none does. */
    public int level() {
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            Matcher matcher = LEVEL.matcher(String.valueOf(folder.getFileName()));
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return written.labels().stream()
                .map(LEVEL::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .findFirst()
                .orElse(0);
    }

    public String folder() {
        return folderOf(path);
    }

    private static String folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** The model the file names, read anew. Throws as {@link RuleModel#read}. */
    public RuleModel model() {
        return RuleModel.read(path.resolveSibling(written.model()));
    }

    /**
     * The cases, their values typed by {@code xsi:type}, else by what the model declares.
     *
     * @param model null where it cannot be read
     * @throws RuleFault {@code rules.kit-value}
     */
    public List<KitCase> cases(@Nullable RuleModel model) {
        return written.cases().stream().map(each -> typed(each, model)).toList();
    }

    private static KitCase typed(WrittenCase written, @Nullable RuleModel model) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        written.inputs().forEach((name, value) -> inputs.put(name, value.feel(declared(model, name))));
        return new KitCase(
                written.id(),
                written.invoked(),
                written.invocable(),
                inputs,
                written.results().stream()
                        .map(result -> new Expected(
                                result.node(), result.error(), result.expected().feel(declared(model, result.node()))))
                        .toList());
    }

    private static @Nullable DMNType declared(@Nullable RuleModel model, String name) {
        if (model == null) {
            return null;
        }
        var input = model.compiled().getInputByName(name);
        if (input != null) {
            return input.getType();
        }
        var decision = model.compiled().getDecisionByName(name);
        return decision == null ? null : decision.getResultType();
    }
}
