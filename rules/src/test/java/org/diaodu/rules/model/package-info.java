@NullMarked
package org.diaodu.rules.model;

import org.jspecify.annotations.NullMarked;
