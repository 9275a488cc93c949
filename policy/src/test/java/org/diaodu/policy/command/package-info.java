@NullMarked
package org.diaodu.policy.command;

import org.jspecify.annotations.NullMarked;
