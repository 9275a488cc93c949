package org.diaodu.rules.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.compiler.DMNCompilerConfigurationImpl;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder.DMNRuntimeBuilderConfigured;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.NamedElement;

/**
 * A DMN model read from XML, with what the reference engine (Apache KIE) made of it. Immutable, and safe for many
 * threads at once.
 */
public final class RuleModel {

    private final String source;
    private final List<ModelFile> files;
    private final DMNRuntime runtime;
    private final DMNModel compiled;
    private final AllowedValues allowed;
    private final List<Remark> remarks;

    private RuleModel(List<ModelFile> files, DMNRuntime runtime, DMNModel compiled) {
        this.source = files.getFirst().source();
        this.files = List.copyOf(files);
        this.runtime = runtime;
        this.compiled = compiled;
        this.allowed = new AllowedValues(runtime.getModels());
        runtime.addListener(TableHits.LISTENER);
        this.remarks = compiled.getMessages().stream()
                .map(message -> remark(source, message))
                .toList();
    }

    /**
     * Reads a model and the models it imports, which are looked for beside it by their namespaces.
     *
     * @throws RuleFault {@code rules.xml}, {@code rules.xml-entities}, {@code rules.not-dmn}, {@code rules.too-large},
     *     {@code rules.too-deep} for what cannot be read; {@code rules.import-missing}; {@code rules.model} for what the
     *     engine refuses whole. Faults of single decisions are no exception: they are {@link #remarks()}.
     */
    public static RuleModel read(Path file) {
        try {
            ModelFile model = ModelFile.of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            return of(model, model.imports().isEmpty() ? List.of() : beside(file));
        } catch (IOException e) {
            throw new RuleFault(
                    "rules.file",
                    Place.of(file.toString()),
                    "文件无法读取：" + e.getMessage() + "。建议：核对路径和权限。",
                    "the file cannot be read: " + e.getMessage() + ". Maybe check the path and its permissions.",
                    e);
        }
    }

    /** The other models of the folder; one that is broken counts only for who imports it, as missing. */
    private static List<ModelFile> beside(Path file) throws IOException {
        List<ModelFile> models = new ArrayList<>();
        try (var files = Files.list(file.toAbsolutePath().getParent())) {
            for (Path other : files.filter(path -> path.toString().endsWith(".dmn"))
                    .filter(path -> !path.getFileName().equals(file.getFileName()))
                    .sorted()
                    .toList()) {
                try {
                    models.add(ModelFile.of(String.valueOf(other.getFileName()), Files.readAllBytes(other)));
                } catch (RuleFault ignored) {
                    // said by rules.import-missing if anything here needs it
                }
            }
        }
        return models;
    }

    /** The model in these bytes; {@code source} names it in messages. Throws as {@link #read}. */
    public static RuleModel of(String source, byte[] xml) {
        return of(source, xml, List.of());
    }

    /** The model in these bytes with the models it may import. Throws as {@link #read}. */
    public static RuleModel of(String source, byte[] xml, List<byte[]> imports) {
        List<ModelFile> candidates = new ArrayList<>();
        for (int i = 0; i < imports.size(); i++) {
            candidates.add(ModelFile.of("import-" + i + ".dmn", imports.get(i)));
        }
        return of(ModelFile.of(source, xml), candidates);
    }

    private static RuleModel of(ModelFile file, List<ModelFile> candidates) {
        List<ModelFile> files = new ArrayList<>(List.of(file));
        files.addAll(file.needed(candidates));
        DMNRuntime runtime = compiled(files);
        DMNModel model = runtime.getModels().stream()
                .filter(candidate ->
                        file.source().equals(candidate.getResource().getSourcePath()))
                .findFirst()
                .orElseThrow(() -> new RuleFault(
                        "rules.model",
                        Place.of(file.source()),
                        "决策引擎未能编译此模型。建议：核对命名空间和引用的模型是否齐全。",
                        "the decision engine made nothing of the model. Maybe its namespace or an imported"
                                + " model is missing."));
        return new RuleModel(files, runtime, model);
    }

    /** The marshaller of the engine answers null to what it cannot place, which shows as a null pointer. */
    private static DMNRuntime compiled(List<ModelFile> files) {
        Place place = Place.of(files.getFirst().source());
        try {
            return engine().fromResources(
                            files.stream().map(ModelFile::resource).toList())
                    .getOrElseThrow(e -> refused(place, e));
        } catch (NullPointerException e) {
            throw new RuleFault(
                    "rules.not-dmn",
                    place,
                    "模型中有元素不在 DMN 标准规定的位置。建议：厂商扩展应放在 <extensionElements> 内，用 DMN 工具打开核对。",
                    "an element stands where the standard has none. Maybe a vendor's extension is outside of"
                            + " <extensionElements>; open the model in a DMN tool and check it.",
                    e);
        }
    }

    private static RuleFault refused(Place place, Exception e) {
        return new RuleFault(
                "rules.model",
                place,
                "决策引擎不接受此模型：" + e.getMessage() + "。建议：用 DMN 工具打开核对。",
                "the decision engine refuses the model: " + e.getMessage()
                        + ". Maybe open it in a DMN tool and check it.",
                e);
    }

    /**
     * The engine as the standard has it. Checking every value against its declared type is what makes it agree with the
     * whole Technology Compatibility Kit; without its own extensions of FEEL a rule runs on other engines as well.
     */
    private static DMNRuntimeBuilderConfigured engine() {
        return DMNRuntimeBuilder.fromDefaults()
                .setOption(new RuntimeTypeCheckOption(true))
                .setRootClassLoader(new AllowedClasses())
                .buildConfigurationUsingCustomCompiler(configuration -> {
                    var profiles = ((DMNCompilerConfigurationImpl) configuration).getFeelProfiles();
                    profiles.clear();
                    profiles.add(new GuardedFunctions());
                    return new DMNCompilerImpl(configuration);
                });
    }

    public String source() {
        return source;
    }

    /** The model's own text. */
    public String xml() {
        return files.getFirst().text();
    }

    /** The model this text is, with the same imports. Throws as {@link #of(String, byte[])}. */
    public RuleModel rewritten(String xml) {
        return of(ModelFile.of(source, xml.getBytes(StandardCharsets.UTF_8)), files.subList(1, files.size()));
    }

    public String name() {
        return compiled.getName();
    }

    /** The model as written. */
    public Definitions definitions() {
        return compiled.getDefinitions();
    }

    /** The model as the reference engine compiled it, with every type resolved. */
    public DMNModel compiled() {
        return compiled;
    }

    /** Every model the engine knows here: this one and what it imports. */
    public List<DMNModel> withImports() {
        return runtime.getModels();
    }

    /** Errors and warnings of single elements. */
    public List<Remark> remarks() {
        return remarks;
    }

    public Set<String> decisions() {
        Set<String> names = new LinkedHashSet<>();
        compiled.getDefinitions().getDrgElement().stream()
                .filter(org.kie.dmn.model.api.Decision.class::isInstance)
                .map(NamedElement::getName)
                .forEach(names::add);
        return names;
    }

    /** The decisions that no other decision needs. */
    public Set<String> tops() {
        Set<String> tops = decisions();
        Set<String> needed = new LinkedHashSet<>();
        for (var decision : compiled.getDecisions()) {
            ((org.kie.dmn.core.ast.DMNBaseNode) decision)
                    .getDependencies()
                    .values()
                    .forEach(dependency -> needed.add(dependency.getName()));
        }
        tops.removeAll(needed);
        return tops;
    }

    /**
     * One decision for one case on the reference engine.
     *
     * @param inputs FEEL values by input name, as {@link Answer#value} describes them
     */
    public Answer evaluate(String decision, Map<String, ? extends @Nullable Object> inputs) {
        return answer(decision, runtime.evaluateByName(compiled, context(inputs), decision));
    }

    /** Which values its types allow, and those it imports. */
    public AllowedValues allowedValues() {
        return allowed;
    }

    /** What inputs a decision needs have values that their types do not allow, in words; where there is one nobody answers. */
    public List<String> refused(String decision, Map<String, ? extends @Nullable Object> inputs) {
        List<String> refused = new ArrayList<>();
        for (InputDataNode input : Requirements.inputs(compiled.getDecisionByName(decision))) {
            Object value = inputs.get(input.getName());
            if (AllowedValues.limits(input.getType())
                    && !((BaseDMNTypeImpl) input.getType()).isAssignableValue(value)) {
                String given = value == null ? "没有给出" : "是 " + value;
                refused.add("“" + input.getName() + "”" + given + "，只允许 "
                        + String.join("; ", allowedValues().all(input.getType())) + " / \"" + input.getName() + "\" is "
                        + value + ", which its type does not allow");
            }
        }
        return refused;
    }

    /** Every decision for one case, with the rows of the tables that matched. */
    public Trace trace(Map<String, ? extends @Nullable Object> inputs) {
        List<TableHit> hits = new ArrayList<>();
        DMNResult result = TableHits.LISTENER.during(hits, () -> runtime.evaluateAll(compiled, context(inputs)));
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (DMNDecisionResult one : result.getDecisionResults()) {
            boolean succeeded = one.getEvaluationStatus() == DecisionEvaluationStatus.SUCCEEDED;
            List<String> faults = one.getMessages().stream()
                    .filter(message -> message.getLevel() == org.kie.api.builder.Message.Level.ERROR)
                    .map(DMNMessage::getText)
                    .toList();
            answers.put(
                    one.getDecisionName(),
                    succeeded
                            ? new Answer(one.getResult(), List.of())
                            : new Answer(
                                    null,
                                    faults.isEmpty()
                                            ? List.of(one.getEvaluationStatus().toString())
                                            : faults));
        }
        return new Trace(answers, hits, errors(result));
    }

    /** One decision service for one case: the answer of its output decision {@code decision}, or of the whole. */
    public Answer evaluateService(
            String service, @Nullable String decision, Map<String, ? extends @Nullable Object> inputs) {
        DMNResult result = runtime.evaluateDecisionService(compiled, context(inputs), service);
        if (decision != null && result.getDecisionResultByName(decision) != null) {
            return answer(decision, result);
        }
        return new Answer(result.getContext().get(service), errors(result));
    }

    /**
     * One business knowledge model invoked for one case, as a decision of another model would invoke it.
     *
     * @param arguments FEEL values by parameter name; a parameter left out is null
     * @throws RuleFault {@code rules.no-such} where the model has none of this name
     */
    public Answer evaluateKnowledge(String knowledge, Map<String, ? extends @Nullable Object> arguments) {
        ModelFile invoking = KnowledgeInvocation.of(this, knowledge);
        return of(invoking, files).evaluate(KnowledgeInvocation.DECISION, arguments);
    }

    private DMNContext context(Map<String, ? extends @Nullable Object> inputs) {
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        return context;
    }

    private static Answer answer(String decision, DMNResult result) {
        DMNDecisionResult one = result.getDecisionResultByName(decision);
        if (one == null) {
            return new Answer(null, List.of("no decision named '" + decision + "'"));
        }
        if (one.getEvaluationStatus() == DecisionEvaluationStatus.SUCCEEDED) {
            return new Answer(one.getResult(), List.of());
        }
        List<String> faults = errors(result);
        return new Answer(
                null, faults.isEmpty() ? List.of(one.getEvaluationStatus().toString()) : faults);
    }

    private static List<String> errors(DMNResult result) {
        return result.getMessages().stream()
                .filter(message -> message.getLevel() == org.kie.api.builder.Message.Level.ERROR)
                .map(DMNMessage::getText)
                .toList();
    }

    private static Remark remark(String source, DMNMessage message) {
        String element =
                message.getSourceReference() instanceof NamedElement named ? String.valueOf(named.getName()) : "";
        return new Remark(
                message.getLevel() == org.kie.api.builder.Message.Level.ERROR,
                new Place(source, element, 0, 0),
                String.valueOf(message.getMessageType()),
                message.getText());
    }
}
