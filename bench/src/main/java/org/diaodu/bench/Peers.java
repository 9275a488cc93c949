package org.diaodu.bench;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.ast.TDRGElement;
import com.gs.dmn.ast.TDefinitions;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.NopBuildLogger;
import com.gs.dmn.runtime.interpreter.DMNInterpreter;
import com.gs.dmn.runtime.interpreter.EvaluationContext;
import com.gs.dmn.runtime.interpreter.Result;
import com.gs.dmn.transformation.InputParameters;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;

/** Engines that answer one case after another, on the calling thread. */
final class Peers {

    private Peers() {}

    /** A model in a peer's hands. */
    interface Peer {
        @Nullable
        Object amount(Map<String, @Nullable Object> enterprise);
    }

    static Peer kie(RuleModel model) {
        return enterprise -> model.evaluate(PolicyTables.DECISION, enterprise).value();
    }

    static Peer jdmn(String xml) {
        var parameters = new InputParameters();
        var dialect = new JavaTimeDMNDialectDefinition();
        TDefinitions definitions =
                dialect.createDMNSerializer(new NopBuildLogger(), parameters).readModel(new StringReader(xml));
        var repository = new DMNModelRepository(definitions);
        DMNInterpreter<Number, LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount> interpreter =
                dialect.createDMNInterpreter(repository, parameters);
        TDRGElement decision = repository.findDRGElementByName(definitions, PolicyTables.DECISION);
        return enterprise -> Result.value(interpreter.evaluateDecision(
                definitions.getNamespace(),
                PolicyTables.DECISION,
                EvaluationContext.makeDecisionEvaluationContext(decision, withNulls(enterprise))));
    }

    @SuppressWarnings("NullAway") // jDMN takes null for a missing value
    private static Map<String, Object> withNulls(Map<String, @Nullable Object> enterprise) {
        return (Map<String, Object>) (Map<?, ?>) enterprise;
    }
}
