using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        /// <summary>Every value that was granted, of every source that gave one: two that disagree are both there (domain f20).</summary>
        /// <param name="facts">Those of this decision.</param>
        public IEnumerable<Bronveld> MetBron(IAccessFacts facts) =>
            from sectie in facts.Secties
            where Gegevens.ContainsKey(sectie.Categorie) && !Besluitgrond.Beperkt(facts, sectie.Categorie)
            from veld in sectie.Open()
            where veld.Value is not null && Gegevens[sectie.Categorie].ContainsKey(veld.Key)
            select new Bronveld(sectie.Categorie, veld.Key, sectie.Bron, veld.Value.DeepClone()) { Overgenomen = sectie.Overgenomen };

        public sealed partial class Desk
        {
            /// <summary>For a request of the person (AVG 15): all that the policy gives this role with the number of a case.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskMetZaak(Caller caller)
            {
                if (Ask(caller, AvgVerzoek, alleenRelatie: true) is not { } zonder)
                {
                    return null;
                }

                var grant = zonder.Grant with { Mits = zonder.Grant.Mits.Where(m => m.Value != Mits.Zaaknummer).ToDictionary(m => m.Key, m => m.Value) };
                verwerking.Gevraagd = [.. grant.Velden.Keys.Order(StringComparer.Ordinal)];
                return new Question(caller, grant, [.. grant.Velden.Keys]);
            }
        }
    }
}

/// <summary>One value and who gave it.</summary>
/// <param name="Bron">Partner key or "gemeente".</param>
public sealed record Bronveld(string Categorie, string Veld, string Bron, JsonNode Waarde)
{
    /// <summary>Whether it came along with a move.</summary>
    public bool Overgenomen { get; init; }
}
