/**
 * The typed form of a rule: scalar expressions whose types, digits and nulls are known, shared where they are the same.
 * It can be evaluated here, and printed as SQL; it knows neither DMN nor a dialect.
 */
@NullMarked
package org.diaodu.rules.typed;

import org.jspecify.annotations.NullMarked;
