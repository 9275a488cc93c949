package org.diaodu.rules.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.rules.model.Requirements;
import org.diaodu.rules.model.Trace;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.api.DMNExpressionEvaluator;
import org.kie.dmn.core.ast.BusinessKnowledgeModelNodeImpl;
import org.kie.dmn.core.ast.DecisionNodeImpl;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.DMNContextImpl;
import org.kie.dmn.core.impl.DMNResultImpl;
import org.kie.dmn.core.impl.DMNRuntimeEventManagerImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/**
 * Apache KIE, case by case. Where an expression meets an error, such as a function given null, KIE gives up the whole
 * decision and all that need it, while the standard makes a null of that expression and goes on. For such cases KIE's
 * own evaluators are asked node by node, and what they gave is taken although they met an error; boxed contexts
 * and knowledge models, which KIE leaves at their first error and takes for null, are written out as expressions for that.
 * KIE also refuses a case that lacks an input; what is missing is given to it as null. A decision that needs an input whose type
 * does not allow its value has no answer.
 */
final class ReferenceEngine implements Engine {

    private final DMNRuntimeEventManagerImpl silent = new DMNRuntimeEventManagerImpl(DMNRuntimeBuilder.fromDefaults()
            .setOption(new RuntimeTypeCheckOption(true))
            .buildConfiguration()
            .fromResources(List.of())
            .getOrElseThrow(IllegalStateException::new));

    @Override
    public String name() {
        return "KIE";
    }

    @Override
    public List<Given> answers(Subject subject) {
        return subject.cases().stream().map(one -> answer(subject, one)).toList();
    }

    private Given answer(Subject subject, Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> inputs = complete(subject.draft(), one);
        Trace trace = subject.model().trace(inputs);
        if (!trace.faults().isEmpty()) {
            return nodeByNode(subject, inputs);
        }
        boolean overNull = trace.answers().values().stream().anyMatch(answer -> answer.value() == null);
        return new Given(
                java.util.Objects.requireNonNull(trace.answers().get(subject.decision()))
                        .value(),
                null,
                overNull);
    }

    private Given nodeByNode(Subject subject, Map<String, @Nullable Object> inputs) {
        Draft flat = subject.draft().flat();
        DMNModel model = flat.equals(subject.draft())
                ? subject.model().compiled()
                : Subject.of(subject.seed(), flat, List.of()).model().compiled();
        DMNResultImpl result = new DMNResultImpl(model);
        DMNContextImpl context = new DMNContextImpl();
        inputs.forEach(context::set);
        result.setContext(context);
        for (InputDataNode needed :
                Requirements.inputs(subject.model().compiled().getDecisionByName(subject.decision()))) {
            boolean limited = !Objects.requireNonNull(subject.draft().field(needed.getName()))
                    .allowed()
                    .isEmpty();
            if (limited && !((BaseDMNTypeImpl) needed.getType()).isAssignableValue(inputs.get(needed.getName()))) {
                return new Given(null, null, true);
            }
        }
        boolean overNull = false;
        for (Draft.Node node : flat.nodes()) {
            DMNExpressionEvaluator evaluator = node instanceof Draft.Knowledge
                    ? ((BusinessKnowledgeModelNodeImpl) model.getBusinessKnowledgeModelByName(node.name()))
                            .getEvaluator()
                    : ((DecisionNodeImpl) model.getDecisionByName(node.name())).getEvaluator();
            Object value = evaluator.evaluate(silent, result).getResult();
            context.set(node.name(), value);
            overNull |= value == null;
        }
        return new Given(context.get(subject.decision()), null, overNull);
    }

    static Map<String, @Nullable Object> complete(Draft draft, Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        draft.fields().forEach(field -> all.put(field.name(), one.get(field.name())));
        return all;
    }
}
