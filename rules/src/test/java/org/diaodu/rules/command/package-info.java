@NullMarked
package org.diaodu.rules.command;

import org.jspecify.annotations.NullMarked;
