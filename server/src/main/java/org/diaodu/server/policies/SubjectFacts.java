package org.diaodu.server.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.Subject;
import org.diaodu.server.policies.FactRows.Stated;
import org.diaodu.server.policies.RegisterFacts.Enterprise;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of enterprises, their projects and their products on a day: what the register and the returns say, and what
 * was entered or declared. Where both speak of a fact, what was entered counts. As far as the caller sees the enterprises.
 */
@Component
@Transactional(readOnly = true)
public class SubjectFacts {

    private final RegisterFacts register;
    private final FactRows rows;

    SubjectFacts(RegisterFacts register, FactRows rows) {
        this.register = register;
        this.rows = rows;
    }

    /** The enterprise first, then its projects and products by code; nothing for one that is not in the list that day. */
    public List<KnownSubject> of(long enterprise, LocalDate day) {
        return of(List.of(enterprise), day);
    }

    /** The same for several at once, in the order of their numbers. */
    public List<KnownSubject> of(Collection<Long> enterprises, LocalDate day) {
        return of(enterprises, day, Instant.now());
    }

    /** As it was known at a moment; what the register and the returns say is taken as it is now. */
    public List<KnownSubject> of(Collection<Long> enterprises, LocalDate day, Instant recorded) {
        Map<FactRows.Of, List<Stated>> stated = rows.stated(enterprises, day, recorded);
        Map<Long, List<FactRows.Part>> parts = rows.parts(enterprises);
        List<KnownSubject> known = new ArrayList<>();
        for (Enterprise one : register.of(enterprises, day)) {
            known.add(enterprise(one, stated.get(new FactRows.Of(one.id(), SubjectKind.ENTERPRISE, ""))));
            for (FactRows.Part part : parts.getOrDefault(one.id(), List.of())) {
                known.add(part(one, part, stated.get(new FactRows.Of(one.id(), part.kind(), part.code()))));
            }
        }
        return known;
    }

    /** The numbers of all enterprises in the list on a day. */
    public List<Long> listed(LocalDate day) {
        return register.listed(day);
    }

    private static KnownSubject enterprise(Enterprise one, @Nullable List<Stated> stated) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Map<String, Provenance> provenance = new LinkedHashMap<>();
        one.facts().forEach((name, fact) -> {
            facts.put(name, fact.value());
            provenance.put(name, fact.provenance());
        });
        add(stated, facts, provenance);
        return new KnownSubject(
                SubjectId.ofEnterprise(one.id(), one.creditCode()),
                one.name(),
                new Subject(SubjectKind.ENTERPRISE, one.region(), facts),
                provenance);
    }

    /** A project is of the industry of its enterprise unless it is said to be of another. */
    private static KnownSubject part(Enterprise one, FactRows.Part part, @Nullable List<Stated> stated) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Map<String, Provenance> provenance = new LinkedHashMap<>();
        RegisterFacts.Found section = one.facts().get(RegisterFacts.SECTION);
        if (section != null) {
            facts.put(RegisterFacts.SECTION, section.value());
            provenance.put(RegisterFacts.SECTION, section.provenance());
        }
        add(stated, facts, provenance);
        return new KnownSubject(
                new SubjectId(one.id(), one.creditCode(), part.kind(), part.code()),
                part.name(),
                new Subject(part.kind(), part.region(), facts),
                provenance);
    }

    private static void add(
            @Nullable List<Stated> stated, Map<String, @Nullable Object> facts, Map<String, Provenance> provenance) {
        for (Stated fact : stated == null ? List.<Stated>of() : stated) {
            if (fact.value() == null) {
                facts.remove(fact.name());
                provenance.remove(fact.name());
            } else {
                facts.put(fact.name(), fact.value());
                provenance.put(fact.name(), fact.provenance());
            }
        }
    }
}
