/** One rule language: DMN models checked, evaluated for one case with reasons, and compiled to SQL for all cases. */
@NullMarked
package org.diaodu.rules;

import org.jspecify.annotations.NullMarked;
