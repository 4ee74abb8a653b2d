import OutlayDecisions
import Testing

/// Studies whose tables are reproduced from their raw statements to their printed results.
@Suite struct PublishedCasesTests {
    /// Eight cloud providers by nine criteria.
    ///
    /// - Source: A. E. Youssef, "An Integrated MCDM Approach for Cloud Service Selection Based on TOPSIS and BWM",
    ///   IEEE Access 8, 2020; read from a re-implementation that states the paper's results
    ///   (github.com/4u70mata/mcdm-cloud-paper-code, commit 171ea645).
    private enum CloudStudy {
        static let criteria = [
            "scalability", "sustainability", "usability", "interoperability", "security", "cost",
            "maintainability", "response_time", "reliability",
        ]
        static let bestToOthers: [String: Double] = [
            "scalability": 3, "sustainability": 9, "usability": 4, "interoperability": 2, "cost": 6,
            "maintainability": 7, "response_time": 3, "reliability": 4,
        ]
        static let othersToWorst: [String: Double] = [
            "scalability": 4, "usability": 5, "interoperability": 6, "security": 9, "cost": 5,
            "maintainability": 3, "response_time": 6, "reliability": 7,
        ]
        static let weights = [
            0.11758261822165422, 0.023005294869454074, 0.08818696366624057, 0.1763739273324813,
            0.27989775424502455, 0.058791309110827195, 0.0503925506664233, 0.11758261822165414,
            0.08818696366624063,
        ]
        static let xi = 0.0728501004199379
        /// Columns sum to 100, and more is better throughout.
        static let rows: [[Double]] = [
            [
                12.809802283486485, 15.47491995731056, 31.11250785669388, 7.808142777467908,
                8.05369127516779, 20.7487595850248, 6.889050036258163, 2.433830240340736,
                7.319623562216799,
            ],
            [
                29.23976608187135, 8.11099252934899, 13.199245757385297, 6.692693809258214,
                18.791946308724814, 10.374379792512402, 2.9006526468455403, 17.94949802251292,
                6.273963053328685,
            ],
            [
                19.21470342522975, 10.138740661686233, 5.656819610308015, 11.712214166201909,
                2.684563758389263, 6.916253195008265, 10.333575054387243, 9.583206571341682,
                8.783548274660163,
            ],
            [
                9.607351712614864, 34.68516542155818, 6.599622878692643, 5.856107083100949,
                32.21476510067115, 2.5259359494812816, 13.778100072516327, 13.08183754183144,
                10.979435343325205,
            ],
            [
                12.8098022834865, 3.2017075773746004, 19.798868636077938, 33.96542108198551,
                10.067114093959722, 5.187189896256203, 8.266860043509764, 7.6665652570733265,
                34.50679679330776,
            ],
            [
                2.227791701475911, 13.518320882248291, 13.199245757385288, 22.25320691578362,
                13.42281879194633, 32.115471357690595, 10.333575054387223, 12.777608761788855,
                20.564656674799583,
            ],
            [
                7.6858813700919, 6.759160441124143, 2.5141420490257684, 2.3424428332403795,
                8.053691275167784, 8.299503834009926, 13.778100072516336, 30.118649224216597,
                2.788428023701637,
            ],
            [
                6.40490114174325, 8.110992529348994, 7.919547454431161, 9.369771332961523,
                6.71140939597315, 13.832506390016533, 33.7200870195794, 6.388804380894432,
                8.783548274660163,
            ],
        ]
        static let toIdeal = [
            9.46384234, 7.23979149, 10.24840966, 6.85091501, 7.40282187, 7.19802652, 10.04151112,
            9.77890929,
        ]
        static let toAntiIdeal = [
            3.53892476, 5.96144283, 2.83123511, 8.51461128, 6.89563906, 5.42342354, 3.69991282,
            2.57632547,
        ]
        static let closenessPercent = [
            27.21670498, 45.15822298, 21.64611624, 55.41373018, 48.22644266, 42.96989266,
            26.92525048, 20.85209644,
        ]
        static let ranks = [5, 3, 7, 1, 2, 4, 6, 8]
    }

    @Test func `a study's weights follow from its best-worst statements`() throws {
        let found = try BestWorst.weights(
            of: CloudStudy.criteria,
            from: .bestWorst(
                BestWorstStatement(
                    best: "security", worst: "sustainability",
                    bestToOthers: CloudStudy.bestToOthers,
                    othersToWorst: CloudStudy.othersToWorst)))
        for (share, stated) in zip(found.shares, CloudStudy.weights) {
            #expect(abs(share - stated) < 1e-9)
        }
        guard case .bestWorst(let consistency)? = found.consistency else {
            Issue.record("no consistency")
            return
        }
        #expect(abs(consistency.deviation - CloudStudy.xi) < 1e-9)
    }

    /// The study weighs its columns as they are; on stated scales from 0 to 100 that is a hundredth of each
    /// figure, and distances are a hundredth of the printed ones.
    @Test func `a study's distances, closeness and ranks follow from its table`() throws {
        let matrix = try DecisionMatrix(
            columns: zip(CloudStudy.criteria, CloudStudy.weights).map { name, weight in
                DecisionMatrix.Column(
                    name: name, direction: .higher, weight: weight,
                    scale: DecisionMatrix.Scale(worst: 0, best: 100))
            }, cells: CloudStudy.rows.flatMap(\.self))
        let method = TOPSIS(normalisation: .minMax)
        let result = try method.scores(of: matrix)
        #expect(result.ranks == CloudStudy.ranks)
        for (score, stated) in zip(result.scores, CloudStudy.closenessPercent) {
            #expect(abs(100 * score - stated) < 1e-6)
        }
        let steps = try method.steps(for: matrix)
        for (symbol, stated) in [("d+(i)", CloudStudy.toIdeal), ("d-(i)", CloudStudy.toAntiIdeal)] {
            guard case .options(let found)? = steps.first(where: { $0.symbol == symbol })?.content
            else {
                Issue.record("no \(symbol)")
                continue
            }
            for (distance, printed) in zip(found, stated) {
                #expect(abs(100 * distance - printed) < 1e-6)
            }
        }
    }
}
