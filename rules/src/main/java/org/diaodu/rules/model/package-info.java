/** DMN models as they stand in files: read safely, checked, and evaluated case by case on the reference engine. */
@NullMarked
package org.diaodu.rules.model;

import org.jspecify.annotations.NullMarked;
