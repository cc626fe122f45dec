using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>A field that an aanmelding needs is not in the dossier yet.</summary>
            internal const string GegevensOntbreken = "gegevens-ontbreken";

            /// <summary>May this partner be told of a person for this doel, and what at most? Decided as a read of its own, cut down to what config declares for its aanmelding.</summary>
            /// <param name="partner">As if it asked now: nothing is told to a client that is blocked.</param>
            /// <returns>Null: refused; the log line knows.</returns>
            public Question? AskAanmelding(Caller partner, string doel)
            {
                if (Ask(partner, doel) is not { } vraag)
                {
                    return null;
                }

                if (vraag.Grant.Aanmelding is not { } deel)
                {
                    return Refuse(Refusal.DoelNietToegestaan, "geen-aanmelding");
                }

                verwerking.Gevraagd = [.. deel.Velden.Keys.Order(StringComparer.Ordinal)];
                return new Question(partner, deel, [.. deel.Velden.Keys]);
            }

            /// <summary>Decides on the facts as they stand now. Half an aanmelding is none: what is held back, or not there yet, holds back the whole.</summary>
            /// <returns>Null: it does not leave; the log line knows the precise reason.</returns>
            public Granted? DecideAanmelding(Question vraag, IAccessFacts facts)
            {
                if (Decide(vraag, facts) is not { } granted)
                {
                    return null;
                }

                if (granted.AlleenEigen)
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, "geen-opdracht");
                }

                if (vraag.Categorieen.Any(c => Besluitgrond.Beperkt(facts, c)))
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, Verwijzing.Beperking);
                }

                return vraag.Grant.Nodig.All(n => granted.Gegevens.GetValueOrDefault(n.Categorie)?.ContainsKey(n.Veld) == true)
                    ? granted
                    : Refuse<Granted>(Refusal.GeenRelatie, GegevensOntbreken);
            }
        }
    }
}
