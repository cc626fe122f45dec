using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>The gemeente asks what another client may: decided as for that client on the same facts, written in the line of who asks; no content leaves.</summary>
            /// <param name="ander">Null: no client of this gemeente.</param>
            /// <param name="eigen">The asker's own right to the dossier; null: not its dossier.</param>
            /// <returns>Null: refused; the log line knows.</returns>
            public Question? AskVoor(Caller vrager, Caller? ander, string? doel, Granted? eigen)
            {
                verwerking.Beleid = beleid.Hash;
                verwerking.GaatOver(eigen?.DossierId);
                if (!vrager.VanGemeente)
                {
                    return Refuse(Refusal.DoelNietToegestaan, "rol-niet-toegestaan");
                }

                if (ander is null || ander.Gemeentecode != vrager.Gemeentecode)
                {
                    return Refuse(Refusal.GeenRelatie, "onbekende-client");
                }

                var question = eigen is null ? Refuse(Refusal.GeenRelatie, "geen-dossier") : Ask(ander, doel);
                // named is what was asked for to be delivered, and that is nothing
                verwerking.Gevraagd = [];
                return question;
            }

            /// <summary>A question about another client that the gateway does not know.</summary>
            public void WeigerVoor(Granted? eigen, string reden)
            {
                verwerking.Beleid = beleid.Hash;
                verwerking.GaatOver(eigen?.DossierId);
                Refuse(Refusal.DoelNietToegestaan, reden);
            }

            /// <summary>Decides for that client; the names of the fields it may see at most, and of an ended opdracht those it delivered itself.</summary>
            /// <returns>Null: refused; the log line knows.</returns>
            public IReadOnlyList<string>? DecideVoor(Question question, IAccessFacts facts)
            {
                var granted = Decide(question, facts);
                verwerking.Informatie = [.. verwerking.Informatie, Verwijzing.Naar(Verwijzing.Voor, question.Caller.Id)];
                if (granted is { AlleenEigen: true })
                {
                    verwerking.Informatie = [.. verwerking.Informatie, .. granted.Gegevens.Keys.Select(c => Verwijzing.Naar(Verwijzing.EigenLevering, c))];
                    return [.. granted.Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}"))];
                }

                return granted is null ? null : [.. question.Grant.ZonderZaaknummer.Where(c => !Besluitgrond.Beperkt(facts, c)).SelectMany(c => question.Grant.Velden[c].Where(v => question.Bevat(c, v)).Select(v => $"{c}.{v}"))];
            }
        }
    }
}
