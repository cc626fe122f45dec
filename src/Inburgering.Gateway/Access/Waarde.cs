namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>A value of a rejected message was asked, of a field that is not among those the role has for this doel.</summary>
            internal const string VeldNietToegestaan = "veld-niet-toegestaan";

            /// <summary>As above, of a category that is held back for everyone.</summary>
            internal const string OnderBeperking = "onder-beperking";

            /// <summary>May this employee or system of the gemeente see one value of a message that was rejected? What is raw is decided about as what it would become:
            /// for regie alone, of a person with a dossier here, and only of a field that the role may see there (ux 2: who looks after the exchange never does).</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskWaarde(Caller caller, string? doel) => Ask(caller, doel, alleenRelatie: true, doelen: [Regie]);

            /// <summary>Decides on the facts as they stand now.</summary>
            /// <param name="gegeven">«IDN.bsn».</param>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Granted? DecideWaarde(Question question, IAccessFacts facts, string gegeven)
            {
                if (Decide(question, facts) is not { } granted)
                {
                    return null;
                }

                if (Hindernis(question, facts, gegeven.Split('.')) is not { } reden)
                {
                    return granted;
                }

                verwerking.Aantal = 0;
                return Refuse<Granted>(Refusal.DoelNietToegestaan, reden);
            }

            private string? Hindernis(Question question, IAccessFacts facts, string[] gegeven)
            {
                if (!question.Bevat(gegeven[0], gegeven[1]))
                {
                    return VeldNietToegestaan;
                }

                if (!Besluitgrond.Beperkt(facts, gegeven[0]))
                {
                    return null;
                }

                verwerking.Informatie = [.. verwerking.Informatie, Verwijzing.Naar(Verwijzing.Beperking, gegeven[0])];
                return OnderBeperking;
            }
        }
    }
}
