using System.Text;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Tests.Seam;

public sealed class PartnerBodyTests
{
    [Theory]
    [InlineData("[]", "0")]
    [InlineData("""[{"naam":"a"},{"naam":"b"}]""", "2")]
    [InlineData("""[{"naam":"a"},{"naam":"b"},{"naam":"c"}]""", "")]
    [InlineData("""[{"naam":"a"},"b"]""", "/1")]
    [InlineData("""[{"naam":"a"},{}]""", "/1/naam")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    public void ReadList_Body_CountsItemsOrNamesFaults(string json, string expected) =>
        Assert.Equal(expected, Text(PartnerBody.ReadList(Encoding.UTF8.GetBytes(json), 2, item => item.Required("naam").Text(1, 5), names => names.Count)));

    [Fact]
    public void ReadList_ManyFaults_KeepsAHundred()
    {
        var json = $"[{string.Join(',', Enumerable.Repeat("{}", 400))}]";

        var reply = PartnerBody.ReadList(Encoding.UTF8.GetBytes(json), 500, item => item.Required("naam").Text(1, 5), names => names.Count);

        Assert.Equal(100, Assert.IsType<PartnerReply<int>.Unreadable>(reply).Fouten.Count);
    }

    [Theory]
    [InlineData("12345", true)]
    [InlineData("123456", false)]
    [InlineData("", false)]
    [InlineData("漢漢漢漢漢", true)]
    [InlineData("😀😀😀😀😀", true)]
    [InlineData("😀😀😀😀😀😀", false)]
    [InlineData("a\\nb\\tc", true)]
    [InlineData("a\\u0000b", false)]
    [InlineData("a\\u001bb", false)]
    [InlineData("a\\u0085b", false)]
    public void Text_Value_IsCountedInCharactersWithoutControls(string text, bool fits)
    {
        var reply = PartnerBody.Read(Encoding.UTF8.GetBytes($"{{\"naam\":\"{text}\"}}"), fields => fields.Required("naam").Text(1, 5));

        Assert.Equal(fits, reply is PartnerReply<string>.Answer);
    }

    [Fact]
    public void Object_Missing_IsOneFaultAndNotOneForEachField()
    {
        var reply = PartnerBody.Read("{}"u8.ToArray(), fields =>
        {
            var inner = fields.Required("persoon").Object();
            return inner.Required("naam").Text(1, 5) + inner.Optional("plaats")?.Text(1, 5);
        });

        Assert.Equal("/persoon", Assert.Single(Assert.IsType<PartnerReply<string>.Unreadable>(reply).Fouten).Pointer);
    }

    private static string Text<T>(PartnerReply<T> reply) => reply switch
    {
        PartnerReply<T>.Answer(var value) => $"{value}",
        PartnerReply<T>.Unreadable(var faults) => string.Join(' ', faults.Select(fault => fault.Pointer)),
        _ => throw new InvalidOperationException("Neither read nor unreadable."),
    };
}
