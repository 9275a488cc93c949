package org.diaodu.server.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.rules.book.Clause;
import org.diaodu.rules.book.Rule;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.reasons.CaseRule;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The rules the platform ships, from {@code rulebook/<rule>/<valid-from>/} on its class path. A rule is read when it is
 * first asked for and compiled once. Safe for many threads.
 */
@Component
public class ShippedRules {

    private final Map<String, Dated> rules = new ConcurrentHashMap<>();

    /** The rule with this id, through time. Throws {@link RuleFault} {@code rules.no-rule}. */
    public Dated rule(String id) {
        return rules.computeIfAbsent(id, ShippedRules::read);
    }

    /** A rule through time. Throws {@link RuleFault} {@code rules.no-version} for a day that no version covers. */
    public static final class Dated {
        private final Rule rule;
        private final Map<LocalDate, CaseRule> byBeginning = new ConcurrentHashMap<>();

        private Dated(Rule rule) {
            this.rule = rule;
        }

        /** The rule as it holds on a day; the same object for the same version. */
        public CaseRule asOf(LocalDate day) {
            RuleVersion version = rule.asOf(day);
            return byBeginning.computeIfAbsent(
                    version.clause().validFrom(),
                    from -> CaseRule.of(version.model(), version.clause().decision()));
        }

        /** The text the rule comes from, as it holds on a day. */
        public Clause clause(LocalDate day) {
            return rule.asOf(day).clause();
        }
    }

    private static Dated read(String id) {
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
            return new Dated(RuleBook.of(versions).rule(id));
        } catch (IOException e) {
            throw new UncheckedIOException("the rule " + id + " cannot be read", e);
        }
    }
}
