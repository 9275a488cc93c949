package org.diaodu.server.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The rules as the platform ships them, from {@code rulebook/<rule>/<valid-from>/} on its class path, for work without a
 * database. The platform itself asks {@link RuleShelf}, which knows what the province made of them.
 */
public final class ShippedRules implements Rules {

    private final Map<String, ShelvedRule> rules = new ConcurrentHashMap<>();

    @Override
    public ShelvedRule rule(String id) {
        return rules.computeIfAbsent(id, ShippedRules::read);
    }

    private static ShelvedRule read(String id) {
        try {
            List<RuleVersion> versions = new ArrayList<>();
            for (Resource model : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:rulebook/" + id + "/*/model.dmn")) {
                String clause = model.createRelative("clause.md").getContentAsString(StandardCharsets.UTF_8);
                versions.add(RuleVersion.of(id, model.getContentAsByteArray(), clause, null));
            }
            if (versions.isEmpty()) {
                throw new RuleFault("rules.no-rule", Place.of(id), "平台没有这条规则。", "the platform has no such rule.");
            }
            return new ShelvedRule(RuleBook.of(versions).rule(id));
        } catch (IOException e) {
            throw new UncheckedIOException("the rule " + id + " cannot be read", e);
        }
    }
}
