package org.diaodu.server.policies.delivery.web;

/** A clause that gives money, for the form of a budget. */
public record BudgetClause(String id, String title) {}
