@_exported import OutlayDecisions
@_exported import OutlayDocuments
@_exported import OutlayEconomics
@_exported import OutlayEncoding
@_exported import OutlayEvaluations
@_exported import OutlayProblems
@_exported import OutlayReports
@_exported import OutlayValues
