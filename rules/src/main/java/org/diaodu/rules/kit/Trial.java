package org.diaodu.rules.kit;

import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleModel;

/** An engine that the kit can put its cases to. Cases of one model come one after the other, on one thread. */
@FunctionalInterface
public interface Trial {

    Outcome run(RuleModel model, KitCase kitCase, String resultNode);

    /** The reference engine, case by case. */
    static Trial ofReference() {
        return (model, kitCase, node) -> {
            try {
                Answer answer = switch (kitCase.invoked()) {
                    case DECISION -> model.evaluate(node, kitCase.inputs());
                    case SERVICE -> model.evaluateService(kitCase.invocable(), node, kitCase.inputs());
                    case KNOWLEDGE -> model.evaluateKnowledge(kitCase.invocable(), kitCase.inputs());
                };
                return answer.failed()
                        ? new Outcome.Failed(String.join("; ", answer.faults()))
                        : new Outcome.Answered(answer.value());
            } catch (RuntimeException | StackOverflowError e) {
                return new Outcome.Failed(e.toString());
            }
        };
    }

    /** No engine: everything is left to the reference. */
    static Trial ofNothing() {
        return (model, kitCase, node) -> new Outcome.NotCompiled("there is no compiler", Place.of(model.source()));
    }
}
