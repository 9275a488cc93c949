/**
 * From DMN to the typed form: a model is run on values that are not known yet. What is known folds away, lists and
 * contexts of known shape dissolve, functions are inlined, and what is left are scalar expressions over the inputs.
 */
@NullMarked
package org.diaodu.rules.compile;

import org.jspecify.annotations.NullMarked;
