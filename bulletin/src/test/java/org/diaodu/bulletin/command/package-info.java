@NullMarked
package org.diaodu.bulletin.command;

import org.jspecify.annotations.NullMarked;
