package org.diaodu.rules.model;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.kie.dmn.model.api.BusinessKnowledgeModel;
import org.kie.dmn.model.api.InformationItem;

/**
 * A model written around one business knowledge model: it imports the model of it and has an input for each parameter and
 * one decision that invokes it.
 */
final class KnowledgeInvocation {

    static final String DECISION = "invoked";
    private static final String ALIAS = "rules";

    private KnowledgeInvocation() {}

    static ModelFile of(RuleModel model, String knowledge) {
        BusinessKnowledgeModel invoked = model.definitions().getDrgElement().stream()
                .filter(BusinessKnowledgeModel.class::isInstance)
                .map(BusinessKnowledgeModel.class::cast)
                .filter(candidate -> knowledge.equals(candidate.getName()))
                .findFirst()
                .orElseThrow(() -> new RuleFault(
                        "rules.no-such",
                        Place.of(model.source()).at(knowledge),
                        "模型没有名为“" + knowledge + "”的业务知识模型。建议：核对名称。",
                        "the model has no business knowledge model named '" + knowledge + "'. Maybe check its name."));
        return ModelFile.of("invoking " + knowledge, text(model, invoked).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(RuleModel model, BusinessKnowledgeModel invoked) {
        String namespace = escaped(model.compiled().getNamespace());
        var parameters = invoked.getEncapsulatedLogic().getFormalParameter();
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:diaodu:invoking"
                    name="invoking">
                  <import namespace="%s" name="%s" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
                %s
                  <decision name="%s" id="decision">
                    <variable name="%s"/>
                %s
                    <knowledgeRequirement><requiredKnowledge href="%s#%s"/></knowledgeRequirement>
                    <invocation>
                      <literalExpression><text>%s.%s</text></literalExpression>
                %s
                    </invocation>
                  </decision>
                </definitions>
                """.formatted(
                namespace,
                ALIAS,
                parameters.stream().map(KnowledgeInvocation::input).collect(Collectors.joining()),
                DECISION,
                DECISION,
                parameters.stream().map(KnowledgeInvocation::requirement).collect(Collectors.joining()),
                namespace,
                escaped(invoked.getId()),
                ALIAS,
                escaped(invoked.getName()),
                parameters.stream().map(KnowledgeInvocation::binding).collect(Collectors.joining()));
    }

    private static String input(InformationItem parameter) {
        return "<inputData name=\"%1$s\" id=\"%2$s\"><variable name=\"%1$s\"/></inputData>"
                .formatted(escaped(parameter.getName()), id(parameter));
    }

    private static String requirement(InformationItem parameter) {
        return "<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>"
                .formatted(id(parameter));
    }

    private static String binding(InformationItem parameter) {
        return "<binding><parameter name=\"%1$s\"/><literalExpression><text>%1$s</text></literalExpression></binding>"
                .formatted(escaped(parameter.getName()));
    }

    private static String id(InformationItem parameter) {
        return "input-" + Integer.toHexString(parameter.getName().hashCode());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
