import SmartPickNumerics

/// The log-odds of a chance.
func logOdds(_ p: Double) -> Double { Logistic.quantile(p) }
