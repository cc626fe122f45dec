using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>An envelope opens with its key, at its place, unchanged, and never otherwise.</summary>
public sealed class KluisTests
{
    private static readonly Guid Plaats = Guid.Parse("6f0f6f2e-3c1f-4b57-9d0e-1f6f7a4d2b11");
    private static readonly byte[] Sleutel = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void Envelope_AnyContent_OpensToTheSame() =>
        Prop.ForAll((byte[] inhoud) => Open(Seal(inhoud)).AsSpan().SequenceEqual(inhoud)).QuickCheckThrowOnFailure();

    [Fact]
    public void Envelope_AnyFlippedByte_DoesNotOpen() =>
        Prop.ForAll((byte[] inhoud, NonNegativeInt plaats, byte masker) =>
        {
            var envelop = Seal(inhoud);
            envelop[plaats.Get % envelop.Length] ^= masker == 0 ? (byte)1 : masker;
            return Refuses(() => Open(envelop));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Envelope_EveryByteOfOne_IsGuarded()
    {
        var envelop = Seal("inhoud"u8.ToArray());
        for (var i = 0; i < envelop.Length; i++)
        {
            var changed = envelop.ToArray();
            changed[i] ^= 0x80;
            Assert.True(Refuses(() => Open(changed)), $"byte {i} is niet bewaakt");
        }
    }

    [Fact]
    public void Envelope_AnyLengthCut_DoesNotOpen() =>
        Prop.ForAll((byte[] inhoud, NonNegativeInt lengte) =>
        {
            var envelop = Seal(inhoud);
            return Refuses(() => Open(envelop[..(lengte.Get % envelop.Length)]));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("bericht", "1708", "6f0f6f2e-3c1f-4b57-9d0e-1f6f7a4d2b11")]
    [InlineData("feit", "0171", "6f0f6f2e-3c1f-4b57-9d0e-1f6f7a4d2b11")]
    [InlineData("feit", "1708", "6f0f6f2e-3c1f-4b57-9d0e-1f6f7a4d2b12")]
    public void Envelope_AnotherPlace_DoesNotOpen(string soort, string gemeente, string id)
    {
        var envelop = Seal("inhoud"u8.ToArray());

        Assert.True(Refuses(() => Kluis.Ontsleutel(Sleutel, envelop, soort, gemeente, Guid.Parse(id))));
    }

    [Fact]
    public void Envelope_AnotherKey_DoesNotOpen()
    {
        var envelop = Seal("inhoud"u8.ToArray());

        Assert.True(Refuses(() => Kluis.Ontsleutel(RandomNumberGenerator.GetBytes(32), envelop, "feit", "1708", Plaats)));
    }

    [Fact]
    public void Envelope_SameContentTwice_DiffersAndShowsNothing()
    {
        var inhoud = "tweemaal hetzelfde"u8.ToArray();

        Assert.NotEqual(Seal(inhoud), Seal(inhoud));
        Assert.Equal(-1, Seal(inhoud).AsSpan().IndexOf(inhoud));
    }

    private static byte[] Seal(byte[] inhoud) => Kluis.Versleutel(Sleutel, inhoud, "feit", "1708", Plaats);

    private static byte[] Open(byte[] envelop) => Kluis.Ontsleutel(Sleutel, envelop, "feit", "1708", Plaats);

    private static bool Refuses(Func<byte[]> open)
    {
        try
        {
            open();
            return false;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }
}
