// Draws every figure[data-chart] from its JSON block. Fonts and colours come from the page's tokens.
